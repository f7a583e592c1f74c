import {
  ArtifactStore,
  MlPipeline,
  type MlProject,
  ModelRegistry,
  type ProjectEnvironment,
  RegistryConsumer,
} from '@millrace/cdk-constructs';
import { type App, Stack } from 'aws-cdk-lib';

/** One environment of project.config.yaml: models are made where the registry is, and used everywhere else. */
export class EnvironmentStack extends Stack {
  constructor(app: App, { project, environment }: { project: MlProject; environment: ProjectEnvironment }) {
    super(app, `__PROJECT_NAME__-${environment.name}`, { env: environment.env });
    if (environment.holdsRegistry) this.makeModels(project, environment);
    else this.useModels(project, environment);
  }
}
