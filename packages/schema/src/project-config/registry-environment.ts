import type { ProjectConfig } from './project-config.js';

/** The name of the environment that holds the model registry: `registry:`, else the first; undefined where there is none. */
export function registryEnvironmentOf({ registry, environments }: ProjectConfig): string | undefined {
  return registry ?? Object.keys(environments)[0];
}
