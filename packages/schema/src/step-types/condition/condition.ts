import { declareStepType } from '../step-type.js';
import { conditionBody } from './condition-body.js';

/** Chooses which steps run. */
export const condition = declareStepType({
  type: 'Condition',
  summary: 'Compares values and runs the steps of one of two branches.',
  body: conditionBody,
  describes: ['Pipelines.Condition'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { outcome: [{ member: 'Outcome' }] },
  facts: {
    execution: 'branch',
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings: [],
    permissions: [],
    passedRoles: [],
    billing: 'none',
  },
  example: {
    name: 'GoodEnough',
    type: 'Condition',
    condition: {
      conditions: [
        {
          operator: 'GreaterThanOrEqualTo',
          stepName: 'Evaluate',
          propertyFile: 'Report',
          jsonPath: 'metrics.auc',
          threshold: 0.8,
        },
      ],
      ifSteps: ['Register'],
    },
  },
  exampleNeeds: [
    {
      name: 'Evaluate',
      type: 'Processing',
      processing: {
        imageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/evaluate:1.0',
        instanceType: 'ml.m5.xlarge',
        outputs: [{ outputName: 'report' }],
        propertyFiles: [{ propertyFileName: 'Report', outputName: 'report', filePath: 'report.json' }],
      },
    },
    {
      name: 'Register',
      type: 'RegisterModel',
      register: {
        imageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/inference:1.0',
        modelData: 's3://<default_bucket>/data/model.tar.gz',
        modelPackageGroupName: 'churn',
      },
    },
  ],
});
