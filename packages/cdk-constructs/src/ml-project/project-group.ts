import {
  bindDeployValues,
  type DeployValues,
  modelPrefixesOf,
  type PlatformText,
  registryOf,
} from '@millrace/compiler';
import type { ProjectEnvironment } from './project-environment.js';
import type { ProjectModel } from './project-models.js';
import { registryValues } from './registry-values.js';
import { servingRepositories } from './serving-repositories.js';

/** A model package group in the registry of a project, in the words of `ModelRegistry` and `RegistryConsumer`. */
export interface ProjectGroup {
  readonly modelPackageGroupName: string;
  /** Prefix of keys in the bucket of the registry below which its models lie. */
  readonly modelsPrefix: string;
  /** ARNs of the ECR repositories of the images that serve its models, AWS's own included. */
  readonly repositoryArns: readonly string[];
}

/**
 * The groups that the models of a project are registered in and that are made with it.
 * @throws Error where two models register into one group, or a name is only known at deployment
 */
export function projectGroups(models: readonly ProjectModel[], registry: ProjectEnvironment): readonly ProjectGroup[] {
  const groups = models.flatMap((model) => groupsOf(model, registry));
  const names = groups.map(({ modelPackageGroupName }) => modelPackageGroupName);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return groups;
  throw new Error(
    `Two models register into the model package group "${twice}": consumers of a group read the models of one ` +
      'pipeline. Give each model a modelPackageGroupName of its own.',
  );
}

function groupsOf({ name: model, source }: ProjectModel, registry: ProjectEnvironment): readonly ProjectGroup[] {
  const values = registryValues(registry, source.images);
  const known = (symbolic: PlatformText) => textOf(symbolic, { values, model });
  const [modelsPrefix = ''] = modelPrefixesOf(source.pipeline).map(known);
  const repositoryArns = servingRepositories(source.pipeline.definition, values);
  return registryOf(source.pipeline)
    .filter(({ created }) => created)
    .map(({ name }) => ({ modelPackageGroupName: known(name), modelsPrefix, repositoryArns }));
}

function textOf(
  symbolic: PlatformText,
  { values, model }: { readonly values: DeployValues; readonly model: string },
): string {
  const { value, unbound } = bindDeployValues(symbolic, values);
  if (typeof value === 'string') return value;
  throw new Error(
    `models/${model}: nothing gives a value for ${unbound.join(', ')}, and other environments must know it before it ` +
      'is deployed. Give it below "values:" of the environment of the registry in project.config.yaml.',
  );
}
