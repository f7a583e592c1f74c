import { type DeployValues, resolveFrameworkImages } from '@millrace/compiler';
import { partitionOf } from '@millrace/schema';
import type { FrameworkImages } from '../deploy-values/framework-image-values.js';
import { DEFAULT_ORG } from '../deploy-values/standard-deploy-values.js';
import type { ProjectEnvironment } from './project-environment.js';

/** What deploy values stand for in the environment of the registry, seen from another one: nothing of the stack's own. */
export function registryValues(registry: ProjectEnvironment, { table, lock }: FrameworkImages): DeployValues {
  const { name: environment, account, region, values } = registry;
  const partition = partitionOf(region);
  const known: Readonly<Record<string, string>> = {
    ...{ org: DEFAULT_ORG, domain: environment, environment, account, region, partition },
    ...values,
  };
  return (name) =>
    Object.hasOwn(known, name) ? known[name] : resolveFrameworkImages([name], { region, table, lock }).value?.get(name);
}
