import { MlPipeline, PipelineSource } from '@millrace/cdk-constructs';
import { App, Fn, Stack } from 'aws-cdk-lib';

export const app = new App();
const stack = new Stack(app, 'sources');

/** Of the image, so that its scripts cannot change behind the back of the pipeline. */
const DIGEST = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

// A spec that is an object of the program: texts may hold tokens, and of a list of tokens items are taken.
const subnets = Fn.split(',', Fn.importValue('JobSubnets'));
const source = await PipelineSource.fromSpec({
  projectName: 'scores',
  pipeline: {
    networkConfig: { subnetIds: [Fn.select(0, subnets), Fn.select(1, subnets)], securityGroupIds: ['ssm:/net/jobs'] },
    steps: [
      {
        name: 'Score',
        type: 'Processing',
        retry: 'transient',
        processing: {
          imageUri: `${stack.account}.dkr.ecr.${stack.region}.${stack.urlSuffix}/scores@${DIGEST}`,
          instanceType: 'ml.m5.xlarge',
          maxRuntime: '1h',
          outputs: [{ outputName: 'scores' }],
        },
      },
    ],
  },
});
new MlPipeline(stack, 'Scores', { source, values: { org: 'acme', 'ssm:/net/jobs': Fn.importValue('JobGroup') } });

// A definition of somebody else, which does not say how its pipeline is called.
const steps = [{ Name: 'Stop', Type: 'Fail', Arguments: { ErrorMessage: 'not ready yet' } }];
const definition = { Version: '2020-12-01', Metadata: {}, Parameters: [], Steps: steps };
const theirs = await PipelineSource.fromDefinition(definition, { pipelineName: 'theirs' });
new MlPipeline(stack, 'Theirs', { source: theirs });
