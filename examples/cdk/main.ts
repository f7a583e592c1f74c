import { fileURLToPath } from 'node:url';
import { ArtifactStore, MlPipeline, ModelRegistry, PipelineSource, RegistryConsumer } from '@millrace/cdk-constructs';
import { App, Stack } from 'aws-cdk-lib';

const ML = { account: '111111111111', region: 'eu-west-1' };
const PROD = { account: '333333333333', region: 'eu-west-1' };

// The account in which models are made.
export const app = new App();
const ml = new Stack(app, 'ml', { env: ML });
const consumers = [{ account: PROD.account }];
const artifacts = new ArtifactStore(ml, 'Artifacts', {
  environment: 'dev',
  bucketName: 'acme-ml-artifacts',
  consumers,
});
const registry = new ModelRegistry(ml, 'Registry', { modelPackageGroupName: 'churn', artifacts, consumers });
const source = await PipelineSource.fromSpecFile(fileURLToPath(new URL('../churn/pipeline.yaml', import.meta.url)));
new MlPipeline(ml, 'Churn', { source, artifacts, registry });

// The account that runs them: a role that can read what is registered, and nothing else.
const prod = new Stack(app, 'prod', { env: PROD });
new RegistryConsumer(prod, 'Models', {
  environment: 'prod',
  registryAccount: ML.account,
  modelPackageGroupName: 'churn',
  bucketName: 'acme-ml-artifacts',
  modelsPrefix: 'dev/churn-sm-pipeline/models',
});
