import { registryOf } from '@millrace/compiler';
import { type App, Stack } from 'aws-cdk-lib';
import {
  ArtifactStore,
  MlPipeline,
  type MlPipelineProps,
  ModelRegistry,
  PipelineSource,
  RegistryConsumer,
} from '../../src/index.js';

/** Where a spec goes. */
export interface SpecPlatform {
  /** Path of the spec. */
  readonly file: string;
  /** The beginning of the names of the stacks. */
  readonly id: string;
  /** The account of the pipeline, and those that run its models: its own where no others are given. */
  readonly accounts: readonly [string, ...string[]];
}

const REGION = 'us-east-1';
const ENVIRONMENT = 'dev';

/**
 * Everything that a spec deploys: the pipeline in the first account, and in each of the others the role that runs its
 * models; a pipeline that registers none goes into every account itself. The spec finds the other accounts in the context.
 */
export async function platformOfSpec(app: App, { file, id, accounts }: SpecPlatform): Promise<Stack> {
  const [main, preProd = main, prod = main] = accounts;
  for (const key of ['account-2', 'preprod-account']) app.node.setContext(key, preProd);
  for (const key of ['account-3', 'prod-account']) app.node.setContext(key, prod);
  const source = await PipelineSource.fromSpecFile(file);
  const stack = new Stack(app, `${id}-${main}`, { env: { account: main, region: REGION } });
  const others = accounts.slice(1);
  const pipeline = new MlPipeline(stack, 'Pipeline', { source, ...sharedParts(stack, source, others) });
  const group = groupOf(source);
  for (const account of others) {
    const other = new Stack(app, `${id}-${account}`, { env: { account, region: REGION } });
    if (group === undefined) new MlPipeline(other, 'Pipeline', { source });
    else consumeModels(other, { pipeline, group, registryAccount: main });
  }
  return stack;
}

/** What a spec that names no other accounts leaves to whoever deploys it. */
function sharedParts(
  stack: Stack,
  source: PipelineSource,
  accounts: readonly string[],
): Pick<MlPipelineProps, 'artifacts' | 'registry'> {
  const modelPackageGroupName = groupOf(source);
  const namesAccounts = source.pipeline.settings.platform.consumerAccounts.length > 0;
  if (accounts.length === 0 || modelPackageGroupName === undefined || namesAccounts) return {};
  const consumers = accounts.map((account) => ({ account }));
  const artifacts = new ArtifactStore(stack, 'Artifacts', { environment: ENVIRONMENT, consumers });
  return { artifacts, registry: new ModelRegistry(stack, 'Registry', { modelPackageGroupName, artifacts, consumers }) };
}

interface Consumption {
  readonly pipeline: MlPipeline;
  readonly group: string;
  readonly registryAccount: string;
}

function consumeModels(stack: Stack, { pipeline, group, registryAccount }: Consumption): void {
  new RegistryConsumer(stack, 'Models', {
    environment: 'prod',
    registryAccount,
    modelPackageGroupName: group,
    bucketName: pipeline.artifacts.bucket.bucketName,
    modelsPrefix: `${ENVIRONMENT}/${pipeline.pipelineName}/models`,
  });
}

/** The group that a spec registers models in; literal in the examples. */
function groupOf({ pipeline }: PipelineSource): string | undefined {
  const [group] = registryOf(pipeline);
  return group === undefined ? undefined : String(group.name);
}
