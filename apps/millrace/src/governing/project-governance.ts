import {
  chosenProfiles,
  GOVERNANCE_RULES,
  type Policy,
  type PolicyEnvironment,
  projectPolicy,
  projectSettings,
} from '@millrace/governance-policies';
import { type Diagnostic, type GovernanceProfile, locateDiagnostics } from '@millrace/schema';
import type { ProjectSettings } from '../settings/read-project.js';
import type { CheckOptions } from './check-options.js';

/** What a project demands of its pipelines. */
export interface ProjectGovernance {
  /** Undefined where its settings are wrong. */
  readonly policy: Policy | undefined;
  readonly profiles: readonly GovernanceProfile[];
  /** The one that `-e` names. */
  readonly environment: PolicyEnvironment | undefined;
  /** The names of all environments that there are. */
  readonly environments: readonly string[];
  /** What is wrong with the settings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that places lead into. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Chooses the rules that hold in a project, and in the environment that `-e` names. */
export function readProjectGovernance(
  { config, document, environment }: ProjectSettings,
  { profile: profiles }: Pick<CheckOptions, 'profile'>,
): ProjectGovernance {
  const { value: policy, diagnostics } = projectPolicy({
    rules: GOVERNANCE_RULES,
    config,
    environment: environment?.name,
    profiles,
  });
  return {
    policy,
    profiles: chosenProfiles(profiles, projectSettings(config, environment?.name)),
    environment,
    environments: Object.keys(config.environments),
    diagnostics: document === undefined ? diagnostics : locateDiagnostics(diagnostics, document),
    texts: new Map(document === undefined ? [] : [[document.file, document.text]]),
  };
}
