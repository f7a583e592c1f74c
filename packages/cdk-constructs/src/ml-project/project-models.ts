import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PipelineSource } from '../pipeline-source/pipeline-source.js';
import { type Deployment, inEnvironment } from './in-environment.js';

/** A model of a project: a folder below `models/` with a pipeline. */
export interface ProjectModel {
  /** Name of the folder; stable, so that constructs may be called by it. */
  readonly name: string;
  readonly source: PipelineSource;
}

/** Compiles `models/<name>/pipeline.yaml` of a project for where it is deployed, sorted by name. */
export async function projectModels(projectFolder: string, deployment: Deployment): Promise<readonly ProjectModel[]> {
  const folder = join(projectFolder, 'models');
  const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
  const specs = names.map((name) => ({ name, file: join(folder, name, 'pipeline.yaml') }));
  const found = specs.filter(({ file }) => existsSync(file));
  if (found.length === 0)
    throw new Error(`There is no models/*/pipeline.yaml in ${projectFolder}: a project has at least one model.`);
  return Promise.all(
    found.map(async ({ name, file }) => {
      const source = await PipelineSource.fromSpecFile(file);
      const pipeline = inEnvironment(source.pipeline, deployment);
      return { name, source: PipelineSource.of({ ...source, pipeline }) };
    }),
  );
}
