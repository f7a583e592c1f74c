import type { GovernanceProfile, Outcome, ProjectConfig } from '@millrace/schema';
import type { GovernanceRule } from '../rule/governance-rule.js';
import { type PlacedSettings, type Policy, policyOf } from './policy.js';

/** Whose policy is asked for. */
export interface ProjectPolicyWish {
  readonly rules: readonly GovernanceRule[];
  readonly config: ProjectConfig;
  /** The name of an environment; its settings win over those of the project. */
  readonly environment?: string | undefined;
  /** From the command line; wins over both. */
  readonly profiles?: readonly GovernanceProfile[] | undefined;
}

/** The rules that hold for a project, or for one of its environments. */
export function projectPolicy({ rules, config, environment, profiles }: ProjectPolicyWish): Outcome<Policy> {
  const ofProject = placed(config.governance, ['governance']);
  if (environment === undefined) return policyOf({ rules, profiles, settings: ofProject });
  const own = Object.hasOwn(config.environments, environment) ? config.environments[environment] : undefined;
  const settings = [...ofProject, ...placed(own?.governance, ['environments', environment, 'governance'])];
  return policyOf({ rules, profiles, settings });
}

function placed(settings: PlacedSettings['settings'] | undefined, path: readonly string[]): readonly PlacedSettings[] {
  return settings === undefined ? [] : [{ settings, path }];
}
