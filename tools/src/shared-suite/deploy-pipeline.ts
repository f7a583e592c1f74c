import { MlPipeline, type PipelineSource, RegistryConsumer } from '@millrace/cdk-constructs';
import { App, type Environment, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

// The engine that the CDK checks templates with takes seconds to start; the end-to-end suite of the constructs has it on.
process.env['CDK_VALIDATION'] = 'false';

/** Where a pipeline goes, and with which values. */
export interface Deployment {
  /** Account of the pipeline, and those that run its models. Absent: an account that only deployment knows. */
  readonly accounts?: readonly [string, ...string[]];
  readonly environment?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly context?: Readonly<Record<string, string>>;
}

/** A resource of a template. */
export interface DeployedResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Resources of a stack, by logical id. */
export type DeployedResources = Readonly<Record<string, DeployedResource>>;

const REGION = 'us-east-1';

/** Synthesizes a pipeline, and in each of the other accounts the role that runs its models; the resources by stack. */
export function deployPipeline(
  source: PipelineSource,
  { accounts, context = {}, ...props }: Deployment = {},
): readonly DeployedResources[] {
  const app = new App({ context: { ...context }, analyticsReporting: false });
  const [main, ...others] = accounts ?? [];
  const stack = new Stack(app, 'Main', main === undefined ? {} : { env: env(main) });
  const pipeline = new MlPipeline(stack, 'Pipeline', { source, ...props });
  const stacks = others.map((account) => {
    const other = new Stack(app, `Other${account}`, { env: env(account) });
    for (const { modelPackageGroupName } of pipeline.registries) consume(other, { pipeline, modelPackageGroupName });
    return other;
  });
  // The CDK has just made them.
  return [stack, ...stacks].map((each) => (Template.fromStack(each).toJSON()['Resources'] ?? {}) as DeployedResources);
}

function consume(stack: Stack, { pipeline, modelPackageGroupName }: Consumption): void {
  new RegistryConsumer(stack, 'Models', {
    environment: 'prod',
    registryAccount: Stack.of(pipeline).account,
    modelPackageGroupName,
    bucketName: pipeline.artifacts.bucket.bucketName,
    modelsPrefix: `${pipeline.artifacts.environment}/${pipeline.pipelineName}/models`,
  });
}

interface Consumption {
  readonly pipeline: MlPipeline;
  readonly modelPackageGroupName: string;
}

function env(account: string): Environment {
  return { account, region: REGION };
}

/** The properties of all resources of a type. */
export function propertiesOf(resources: DeployedResources, type: string): readonly Readonly<Record<string, unknown>>[] {
  return Object.values(resources).flatMap((each) => (each.Type === type ? [each.Properties ?? {}] : []));
}
