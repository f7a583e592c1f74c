import { fileURLToPath } from 'node:url';
import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { DataTrigger, MlPipeline, PipelineSource } from '../../src/index.js';

/** A spec with local scripts, and everything that a spec can say of what stands around it. */
export async function churnPipelineExample(app: App): Promise<Stack> {
  const source = await PipelineSource.fromSpecFile(fileURLToPath(new URL('churn/pipeline.yaml', import.meta.url)));
  const stack = new Stack(app, 'ChurnPipeline');
  const masterKey = new kms.Key(stack, 'TopicKey', { enableKeyRotation: true });
  const topic = new sns.Topic(stack, 'Failures', { masterKey, enforceSSL: true });
  const pipeline = new MlPipeline(stack, 'Churn', {
    source,
    environment: 'prod',
    alarms: { topic, longestExecution: Duration.hours(4), longestWithoutSuccess: Duration.days(2) },
  });
  const bucket = s3.Bucket.fromBucketName(stack, 'Incoming', 'customers-incoming');
  new DataTrigger(stack, 'NewCustomers', { pipeline, bucket, prefix: 'daily/' });
  return stack;
}

/** A definition that is too long for a template: the spec is an object, and some of its texts are tokens. */
export async function longPipelineExample(app: App): Promise<Stack> {
  const stack = new Stack(app, 'LongPipeline');
  const bucket = s3.Bucket.fromBucketName(stack, 'Inputs', `inputs-${stack.account}`);
  const countries = Array.from({ length: 49 }, (_, index) => `country-${index + 1}`);
  const source = await PipelineSource.fromSpec({
    projectName: 'forecasts',
    pipeline: { steps: countries.map((country) => forecast(country, bucket)) },
  });
  new MlPipeline(stack, 'Forecasts', { source });
  return stack;
}

function forecast(country: string, bucket: s3.IBucket): object {
  return {
    name: `Forecast-${country}`,
    type: 'Processing',
    retry: 'transient',
    processing: {
      framework: { name: 'sklearn', version: '1.2-1' },
      instanceType: 'ml.m5.large',
      maxRuntime: '1h',
      // What makes it long: each step carries its settings.
      arguments: Array.from({ length: 12 }, (_, index) => `${country}/feature-${index}=${'lag7,lag28,'.repeat(16)}`),
      inputs: [{ inputName: 'history', s3Uri: bucket.s3UrlForObject(`history/${country}`) }],
      outputs: [{ outputName: 'forecast' }],
    },
  };
}

/** A definition that someone else wrote, with a store and roles of its own. */
export async function foreignPipelineExample(app: App): Promise<Stack> {
  const stack = new Stack(app, 'ForeignPipeline', { env: { account: '123456789012', region: 'eu-west-1' } });
  const file = fileURLToPath(new URL('foreign-definition.json', import.meta.url));
  const source = await PipelineSource.fromDefinitionFile(file, { pipelineName: 'abalone' });
  new MlPipeline(stack, 'Abalone', { source });
  return stack;
}
