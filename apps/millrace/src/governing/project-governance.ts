import { resolve } from 'node:path';
import {
  chosenProfiles,
  GOVERNANCE_RULES,
  type Policy,
  type PolicyEnvironment,
  projectPolicy,
  projectSettings,
} from '@millrace/governance-policies';
import {
  andThen,
  type Diagnostic,
  type GovernanceProfile,
  locateDiagnostics,
  type SourceDocument,
} from '@millrace/schema';
import type { ProjectSettings } from '../settings/read-project.js';
import type { CheckOptions } from './check-options.js';
import { loadPacks, type WantedPack } from './packs/load-packs.js';

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

/** Chooses the rules that hold in a project, and in the environment that `-e` names. Loads its packs. */
export async function readProjectGovernance(
  project: ProjectSettings,
  options: Pick<CheckOptions, 'profile' | 'pack'>,
  workingDirectory: string,
): Promise<ProjectGovernance> {
  const { config, document, environment } = project;
  const loaded = await loadPacks(GOVERNANCE_RULES, wantedPacks(project, options, workingDirectory));
  const { value: policy, diagnostics } = andThen(loaded, (rules) =>
    projectPolicy({ rules, config, environment: environment?.name, profiles: options.profile }),
  );
  return {
    policy,
    profiles: chosenProfiles(options.profile, projectSettings(config, environment?.name)),
    environment,
    environments: Object.keys(config.environments),
    diagnostics: diagnostics.flatMap((each) => locate(each, document)),
    texts: new Map(document === undefined ? [] : [[document.file, document.text]]),
  };
}

/** Those of the project config, then those of the command line, where paths start at the working directory. */
function wantedPacks(
  { config, folder = '.' }: ProjectSettings,
  { pack: asked = [] }: Pick<CheckOptions, 'pack'>,
  workingDirectory: string,
): readonly WantedPack[] {
  const ofProject = resolve(workingDirectory, folder);
  return [
    ...(config.packs ?? []).map((name, index) => ({ name, place: { path: ['packs', index] }, folder: ofProject })),
    ...asked.map((name) => ({
      name,
      place: { path: [] },
      folder: name.startsWith('.') ? workingDirectory : ofProject,
    })),
  ];
}

/** What the command line says stands in no document. */
function locate(diagnostic: Diagnostic, document: SourceDocument | undefined): readonly Diagnostic[] {
  const isPlaced = document !== undefined && diagnostic.path.length > 0;
  return isPlaced ? locateDiagnostics([diagnostic], document) : [diagnostic];
}
