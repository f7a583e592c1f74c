import { ArtifactStore, MlPipeline, ModelRegistry, RegistryConsumer } from '@millrace/cdk-constructs';
import type { MlProject, ProjectEnvironment } from '@millrace/cdk-constructs';
import { type App, Stack } from 'aws-cdk-lib';

/** One environment of project.config.yaml: where the registry is, models are made; everywhere else they are used. */
export class EnvironmentStack extends Stack {
  constructor(app: App, { project, environment }: { project: MlProject; environment: ProjectEnvironment }) {
    super(app, `__PROJECT_NAME__-${environment.name}`, { env: environment.env });
    if (environment.holdsRegistry) this.makeModels(project, environment);
    else this.useModels(project, environment);
  }

  private makeModels({ models, groups, consumers }: MlProject, environment: ProjectEnvironment): void {
    const store = { environment: environment.name, bucketName: bucketOf(environment) };
    const artifacts = new ArtifactStore(this, 'Artifacts', store);
    for (const { modelPackageGroupName, modelsPrefix } of groups) {
      const settings = { modelPackageGroupName, artifacts, consumers };
      new ModelRegistry(this, `Registry-${modelPackageGroupName}`, settings).admitModels([modelsPrefix]);
    }
    const shared = {
      artifacts,
      values: environment.values,
      modelPackageGroupsElsewhere: groups.map((group) => group.modelPackageGroupName),
    };
    for (const { name, source } of models) new MlPipeline(this, `Pipeline-${name}`, { ...shared, source });
  }

  private useModels({ groups, registry }: MlProject, { name: environment }: ProjectEnvironment): void {
    const { account: registryAccount, region } = registry;
    const shared = { environment, registryAccount, region, bucketName: bucketOf(registry) };
    for (const group of groups) {
      new RegistryConsumer(this, `Models-${group.modelPackageGroupName}`, { ...shared, ...group });
    }
  }
}

/** The name of the bucket, which consumers know before it exists: at most 63 characters, and nobody else's. */
function bucketOf({ account, region }: ProjectEnvironment): string {
  return `__PROJECT_NAME__-${account}-${region}`;
}
