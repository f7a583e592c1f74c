import { resolve } from 'node:path';
import { findExceptions } from '@millrace/compiler';
import {
  chosenProfiles,
  EMPTY_LEDGER,
  GOVERNANCE_RULES,
  type GovernanceRule,
  type Ledger,
  type Policy,
  type PolicyEnvironment,
  projectPolicy,
  projectSettings,
  readExceptions,
} from '@millrace/governance-policies';
import {
  andThen,
  type Diagnostic,
  fail,
  type GovernanceProfile,
  hasErrors,
  locateDiagnostics,
  type Outcome,
  type SourceDocument,
  succeed,
} from '@millrace/schema';
import type { ProjectSettings } from '../settings/read-project.js';
import type { CheckOptions } from './check-options.js';
import { loadPacks, type WantedPack } from './packs/load-packs.js';

/** What a project demands of its pipelines. */
export interface ProjectGovernance {
  /** Of the project config; undefined outside of projects. */
  readonly folder: string | undefined;
  /** Undefined where its settings are wrong. */
  readonly policy: Policy | undefined;
  readonly profiles: readonly GovernanceProfile[];
  /** What the project lives with. */
  readonly ledger: Ledger;
  /** Whom it names first to be asked. */
  readonly owner: string | undefined;
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
  const { folder, config, document, environment } = project;
  // What a config that cannot be read would have said of the rules, nobody knows.
  const loaded = hasErrors(project.diagnostics)
    ? fail([])
    : await loadPacks(GOVERNANCE_RULES, wantedPacks(project, options, workingDirectory));
  const { value: policy, diagnostics } = andThen(loaded, (rules) =>
    projectPolicy({ rules, config, environment: environment?.name, profiles: options.profile }),
  );
  const ledger = readLedger(folder, loaded.value);
  return {
    folder,
    policy,
    profiles: chosenProfiles(options.profile, projectSettings(config, environment?.name)),
    ledger: ledger.value ?? EMPTY_LEDGER,
    owner: config.owners?.[0],
    environment,
    environments: Object.keys(config.environments),
    diagnostics: [...diagnostics.map((each) => locate(each, document)), ...ledger.diagnostics],
    texts: new Map([...textOf(document), ...ledger.texts]),
  };
}

/** @param rules undefined where packs cannot be loaded: then nobody knows which rules an exception may name */
function readLedger(
  folder: string | undefined,
  rules: readonly GovernanceRule[] | undefined,
): Outcome<Ledger> & { readonly texts: ReadonlyMap<string, string> } {
  if (folder === undefined || rules === undefined) return { ...succeed(EMPTY_LEDGER), texts: new Map() };
  const { value: document, diagnostics } = findExceptions(folder);
  const ledger = document === undefined ? succeed(EMPTY_LEDGER) : readExceptions(document, { rules });
  return { ...ledger, diagnostics: [...diagnostics, ...ledger.diagnostics], texts: new Map(textOf(document)) };
}

function textOf(document: SourceDocument | undefined): readonly (readonly [string, string])[] {
  return document === undefined ? [] : [[document.file, document.text]];
}

/** Those of the project config, then those of the command line, where paths start at the working directory. */
function wantedPacks(
  { config, document, folder = '.' }: ProjectSettings,
  { pack: asked = [] }: Pick<CheckOptions, 'pack'>,
  workingDirectory: string,
): readonly WantedPack[] {
  const ofProject = resolve(workingDirectory, folder);
  const common = { folder: ofProject, locate: (diagnostic: Diagnostic) => locate(diagnostic, document) };
  return [
    ...(config.packs ?? []).map((name, index) => ({ ...common, name, place: { path: ['packs', index] } })),
    ...asked.map((name) => ({
      ...common,
      name,
      place: { path: [] },
      folder: name.startsWith('.') ? workingDirectory : ofProject,
    })),
  ];
}

/** What the command line says stands in no document. */
function locate(diagnostic: Diagnostic, document: SourceDocument | undefined): Diagnostic {
  if (document === undefined || diagnostic.path.length === 0) return diagnostic;
  return locateDiagnostics([diagnostic], document)[0] ?? diagnostic;
}
