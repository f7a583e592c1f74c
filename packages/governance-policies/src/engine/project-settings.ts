import type { ProjectConfig } from '@millrace/schema';
import type { PlacedSettings } from './placed-settings.js';

/** What a project says of the rules, and after it what one of its environments says, each with its place in the config. */
export function projectSettings(config: ProjectConfig, environment?: string): readonly PlacedSettings[] {
  const ofProject = placed(config.governance, ['governance']);
  if (environment === undefined) return ofProject;
  const own = Object.hasOwn(config.environments, environment) ? config.environments[environment] : undefined;
  return [...ofProject, ...placed(own?.governance, ['environments', environment, 'governance'])];
}

function placed(settings: PlacedSettings['settings'] | undefined, path: readonly string[]): readonly PlacedSettings[] {
  return settings === undefined ? [] : [{ settings, path }];
}
