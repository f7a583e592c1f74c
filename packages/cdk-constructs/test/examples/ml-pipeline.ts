import { fileURLToPath } from 'node:url';
import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ArtifactStore, MlPipeline, PipelineSource } from '../../src/index.js';

const SPEC = fileURLToPath(new URL('./ml-pipeline/pipeline.yaml', import.meta.url));

/** A spec with scripts, deployed with everything around it. */
export async function mlPipelineExample(app: App): Promise<Stack> {
  const stack = new Stack(app, 'MlPipeline');
  const key = new kms.Key(stack, 'AlarmKey', { enableKeyRotation: true });
  const topic = new sns.Topic(stack, 'Alarms', { masterKey: key, enforceSSL: true });
  new MlPipeline(stack, 'Churn', {
    source: await PipelineSource.fromSpecFile(SPEC),
    alarms: { topic, longestExecution: Duration.hours(4), longestWithoutSuccess: Duration.days(2) },
  });
  return stack;
}

/** A spec that is an object of the program, with tokens in it, in a store that several pipelines share. */
export async function pipelineFromSpecObjectExample(app: App): Promise<Stack> {
  const stack = new Stack(app, 'PipelineFromSpecObject');
  const incoming = s3.Bucket.fromBucketName(stack, 'Incoming', 'incoming-data');
  const artifacts = new ArtifactStore(stack, 'Artifacts', { environment: 'prod' });
  const source = await PipelineSource.fromSpec({
    projectName: 'scores',
    pipeline: {
      steps: [
        {
          name: 'Score',
          type: 'Processing',
          processing: {
            imageUri: `${stack.account}.dkr.ecr.${stack.region}.${stack.urlSuffix}/scores:1.4.2`,
            instanceType: 'ml.m5.xlarge',
            inputs: [{ inputName: 'customers', s3Uri: incoming.s3UrlForObject('customers') }],
            outputs: [{ outputName: 'scores' }],
          },
        },
      ],
    },
  });
  new MlPipeline(stack, 'Scores', { source, artifacts, startOnData: { bucket: incoming, prefix: 'customers/' } });
  return stack;
}

/** A definition that the SageMaker Python SDK wrote, too long for a template, with a role that was there before. */
export async function pipelineFromDefinitionExample(app: App): Promise<Stack> {
  const stack = new Stack(app, 'PipelineFromDefinition');
  const definition = {
    Version: '2020-12-01',
    Metadata: {},
    Parameters: [],
    Steps: Array.from({ length: 40 }, (_, index) => sdkStep(index)),
  };
  const source = await PipelineSource.fromDefinition(definition, { pipelineName: 'shards' });
  new MlPipeline(stack, 'Shards', { source });
  return stack;
}

function sdkStep(index: number): object {
  return {
    Name: `Shard${index}`,
    Type: 'Processing',
    Arguments: {
      ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 30 } },
      AppSpecification: {
        ImageUri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shards:2.0',
        ContainerArguments: ['--shard', String(index), '--comment', 'x'.repeat(256), ...FILLING],
      },
      RoleArn: 'arn:aws:iam::123456789012:role/shards',
    },
  };
}

const FILLING = Array.from({ length: 10 }, () => 'y'.repeat(256));
