import { stringify } from 'yaml';

/** Steps of one block of the grown pipeline; blocks follow on each other, so that the graph has long paths. */
const BLOCK = 5;

/**
 * A spec of exactly that many steps, a multiple of five: processing, training, evaluation, a condition and the model
 * that it registers, over and over, each block reading from the one before.
 */
export function grownSpec(steps: number): string {
  const blocks = Array.from({ length: steps / BLOCK }, (_, index) => block(index));
  return stringify({
    projectName: 'grown',
    modelPackageGroupName: 'grown',
    pipeline: {
      parameters: [{ name: 'MinAuc', type: 'Float', defaultValue: 0.8 }],
      steps: blocks.flat(),
    },
  });
}

const CLUSTER = { instanceType: 'ml.m5.large' };
const IMAGE = '111122223333.dkr.ecr.us-east-1.amazonaws.com/sklearn:1.2-1';

function block(index: number): readonly object[] {
  const input = index === 0 ? { s3Uri: 's3://<default_bucket>/data/raw' } : { stepOutput: `Prepare${index - 1}.train` };
  return [
    {
      name: `Prepare${index}`,
      type: 'Processing',
      processing: {
        ...{ imageUri: IMAGE, ...CLUSTER },
        inputs: [{ inputName: 'raw', ...input }],
        outputs: [{ outputName: 'train' }, { outputName: 'test' }],
      },
    },
    {
      name: `Train${index}`,
      type: 'Training',
      environment: { THRESHOLD: `\${parameters.MinAuc}` },
      training: {
        ...{ imageUri: IMAGE, ...CLUSTER },
        hyperparameters: { depth: 6 },
        inputChannels: [{ channelName: 'train', stepOutput: `Prepare${index}.train` }],
      },
    },
    {
      name: `Evaluate${index}`,
      type: 'Processing',
      processing: {
        ...{ imageUri: IMAGE, ...CLUSTER },
        inputs: [
          { inputName: 'model', stepOutput: `Train${index}.modelArtifacts` },
          { inputName: 'test', stepOutput: `Prepare${index}.test` },
        ],
        outputs: [{ outputName: 'report' }],
        propertyFiles: [{ propertyFileName: `Report${index}`, outputName: 'report', filePath: 'report.json' }],
      },
    },
    {
      name: `GoodEnough${index}`,
      type: 'Condition',
      condition: {
        conditions: [
          {
            ...{ operator: 'GreaterThanOrEqualTo', stepName: `Evaluate${index}`, propertyFile: `Report${index}` },
            ...{ jsonPath: 'metrics.auc', threshold: { parameter: 'MinAuc' } },
          },
        ],
        ifSteps: [`Register${index}`],
      },
    },
    {
      name: `Register${index}`,
      type: 'RegisterModel',
      register: {
        modelDataStep: `Train${index}`,
        contentTypes: ['text/csv'],
        responseTypes: ['text/csv'],
        inferenceInstanceTypes: ['ml.m5.large'],
      },
    },
  ];
}
