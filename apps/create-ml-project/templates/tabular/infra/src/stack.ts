import { MlPipeline, projectStore, RegistryConsumer } from '@millrace/cdk-constructs';
import type { MlProject, ProjectEnvironment } from '@millrace/cdk-constructs';
import { type App, Stack } from 'aws-cdk-lib';

/** One environment of project.config.yaml: where the registry is, models are made; everywhere else they are used. */
export class EnvironmentStack extends Stack {
  readonly environmentName: string;

  constructor(app: App, { project, environment }: { project: MlProject; environment: ProjectEnvironment }) {
    super(app, `__PROJECT_NAME__-${environment.name}`, { env: environment.env });
    this.environmentName = environment.name;
    if (environment.holdsRegistry) this.makeModels(project, environment);
    else this.useModels(project, environment);
  }

  /** One store; a pipeline with its roles for each model, and its registry, open to the accounts of the others. */
  private makeModels({ models }: MlProject, environment: ProjectEnvironment): void {
    const artifacts = projectStore(this, 'Artifacts', { environment, bucketName: bucketOf(environment) });
    const { values } = environment;
    for (const { name, source } of models) new MlPipeline(this, `Pipeline-${name}`, { source, artifacts, values });
  }

  /** For each registry a role that runs its approved models. */
  private useModels({ groups, registry }: MlProject, { name: environment }: ProjectEnvironment): void {
    const { account: registryAccount, region } = registry;
    const shared = { environment, registryAccount, region, bucketName: bucketOf(registry) };
    for (const group of groups) {
      new RegistryConsumer(this, `Models-${group.modelPackageGroupName}`, { ...shared, ...group });
    }
  }
}

/** The environment of project.config.yaml that a stack is for. */
export function environmentOf(stack: Stack): string | undefined {
  return stack instanceof EnvironmentStack ? stack.environmentName : undefined;
}

/** The name of the bucket, which the others know before it exists: only this account can take one with such an ending. */
function bucketOf({ account, region, values }: ProjectEnvironment): string {
  return values.bucket ?? `__PROJECT_NAME__-${account}-${region}-an`;
}
