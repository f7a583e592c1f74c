import { type App, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { ArtifactStore, ModelRegistry, RegistryConsumer } from '../../src/index.js';

const [ML, PREPROD, PROD] = ['111111111111', '222222222222', '333333333333'] as const;

/** In the account that trains: pre-production and production run what it registers, and a third account approves. */
export function modelRegistryExample(app: App): Stack {
  const stack = new Stack(app, 'ModelRegistry', { env: { account: ML, region: 'eu-west-1' } });
  const consumers = [{ account: PREPROD }, { account: PROD }];
  const artifacts = new ArtifactStore(stack, 'Artifacts', { environment: 'dev', consumers });
  const registry = new ModelRegistry(stack, 'Registry', {
    modelPackageGroupName: 'churn',
    description: 'Who is about to leave.',
    artifacts,
    consumers,
    approvers: [{ account: '444444444444' }],
    repositories: [
      new ecr.Repository(stack, 'Serving', {
        encryption: ecr.RepositoryEncryption.KMS,
        encryptionKey: artifacts.key,
        imageScanOnPush: true,
        imageTagMutability: ecr.TagMutability.IMMUTABLE,
      }),
    ],
  });
  registry.admitModels(['dev/churn-sm-pipeline/models/']);
  return stack;
}

/** In the account of production: the role that runs what the other account has registered. */
export function registryConsumerExample(app: App): Stack {
  const stack = new Stack(app, 'RegistryConsumer', { env: { account: PROD, region: 'eu-west-1' } });
  new RegistryConsumer(stack, 'Models', {
    environment: 'prod',
    registryAccount: ML,
    modelPackageGroupName: 'churn',
    bucketName: 'modelregistry-artifacts-dev-111111111111-eu-west-1',
    modelsPrefix: 'dev/churn-sm-pipeline/models',
    repositoryArns: [`arn:aws:ecr:eu-west-1:${ML}:repository/churn-serving`],
  });
  return stack;
}
