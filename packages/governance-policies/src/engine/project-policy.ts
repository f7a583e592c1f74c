import type { GovernanceProfile, Outcome, ProjectConfig } from '@millrace/schema';
import type { GovernanceRule } from '../rule/governance-rule.js';
import { type Policy, policyOf } from './policy.js';
import { projectSettings } from './project-settings.js';

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
  return policyOf({ rules, profiles, settings: projectSettings(config, environment) });
}
