import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  ArtifactStore,
  AsynchronousCompute,
  DeploymentPolicy,
  ModelEndpoint,
  RealTimeCompute,
  ServerlessCompute,
} from '../../src/index.js';

const IMAGES = ['arn:aws:ecr:eu-west-1:141502667606:repository/sagemaker-xgboost'];

/** In production: machines that follow the load, a canary before each new model, traffic kept for monitoring. */
export function realTimeEndpointExample(app: App): Stack {
  const { stack, artifacts, alarmTopic } = surroundings(app, 'RealTimeEndpoint');
  new ModelEndpoint(stack, 'Churn', {
    projectName: 'churn',
    artifacts,
    alarmTopic,
    model: {
      // Whoever approves a model writes its ARN there.
      modelPackageArn: ssm.StringParameter.valueForStringParameter(stack, '/churn/approved-model'),
      imageRepositoryArns: IMAGES,
    },
    compute: new RealTimeCompute({
      instanceType: 'ml.m5.large',
      instanceCount: 2,
      scaling: { minInstances: 2, maxInstances: 6, invocationsPerInstance: 600 },
    }),
    deployment: DeploymentPolicy.canary({ share: { percent: 10 }, wait: Duration.minutes(10) }),
    dataCapture: { samplingPercentage: 20 },
    resultsExpireAfter: Duration.days(90),
    network: {
      subnetIds: ['subnet-0aaaaaaaaaaaaaaaa', 'subnet-0bbbbbbbbbbbbbbbb'],
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0cccccccccccccccc')],
    },
  });
  return stack;
}

/** For a model that is asked now and then: nothing runs, and nothing is billed, in between. */
export function serverlessEndpointExample(app: App): Stack {
  const { stack, artifacts, alarmTopic } = surroundings(app, 'ServerlessEndpoint');
  new ModelEndpoint(stack, 'Churn', {
    projectName: 'churn',
    artifacts,
    alarmTopic,
    model: { imageUri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1.4.2', modelDataUrl: MODEL },
    compute: new ServerlessCompute({ memorySizeInMb: 2048, maxConcurrency: 20 }),
  });
  return stack;
}

const MODEL = 's3://ml-artifacts-prod/prod/churn-sm-pipeline/models/4kz1/output/model.tar.gz';

/** For large requests on GPUs: they wait in a queue, machines come with the first one and go with the last. */
export function asynchronousEndpointExample(app: App): Stack {
  const { stack, artifacts, alarmTopic } = surroundings(app, 'AsynchronousEndpoint');
  new ModelEndpoint(stack, 'Transcripts', {
    projectName: 'transcripts',
    artifacts,
    alarmTopic,
    model: { modelPackageArn: PACKAGE, imageRepositoryArns: IMAGES },
    compute: new AsynchronousCompute({
      instanceType: 'ml.g5.xlarge',
      scaling: { maxInstances: 4 },
      errorTopic: alarmTopic,
    }),
  });
  return stack;
}

const PACKAGE = 'arn:aws:sagemaker:eu-west-1:123456789012:model-package/transcripts/7';

function surroundings(app: App, id: string): { stack: Stack; artifacts: ArtifactStore; alarmTopic: sns.Topic } {
  const stack = new Stack(app, id);
  const artifacts = new ArtifactStore(stack, 'Artifacts', { environment: 'prod' });
  return {
    stack,
    artifacts,
    alarmTopic: new sns.Topic(stack, 'Alarms', { masterKey: artifacts.key, enforceSSL: true }),
  };
}
