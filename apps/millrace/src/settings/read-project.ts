import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findImageLock, findProjectConfig } from '@millrace/compiler';
import type { DataMapping } from '@millrace/local-dry-run-simulator';
import {
  type Diagnostic,
  deployValuesOf,
  type EnvironmentConfig,
  findEnvironment,
  type ImageLock,
  type ProjectConfig,
  type SourceDocument,
  succeed,
} from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';

/** What the project around a FILE says about it. */
export interface ProjectSettings {
  /** The folder of the project config; undefined outside of projects. */
  readonly folder: string | undefined;
  readonly config: ProjectConfig;
  /** The config as it was read, for the places of its settings. */
  readonly document: SourceDocument | undefined;
  /** The name that `-e` gives, and what the config says of it. */
  readonly environment: { readonly name: string; readonly config: EnvironmentConfig } | undefined;
  /** Values of deploy values, by name. */
  readonly values: ReadonlyMap<string, string>;
  /** With absolute paths. */
  readonly data: readonly DataMapping[];
  /** Digests of images, from the lock file beside the config. */
  readonly lock: ImageLock;
  /** Texts that places lead into. */
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the project config that holds for a folder, and the environment that `-e` names. Throws a UsageError where there
 * is no such environment.
 */
export function readProject(folder: string, environment: string | undefined): ProjectSettings {
  const { value: project, diagnostics } = findProjectConfig(folder);
  const locked = project?.folder === undefined ? succeed<ImageLock>(new Map()) : findImageLock(project.folder);
  const all = [...diagnostics, ...locked.diagnostics];
  const settings = {
    folder: project?.folder,
    config: project?.config ?? { environments: {} },
    document: project?.document,
    environment: undefined,
    values: new Map(),
    data: [],
    lock: locked.value ?? new Map<string, string>(),
    texts: textsOf(all),
    diagnostics: all,
  };
  if (project === undefined || environment === undefined) return settings;
  if (project.folder === undefined) throw refuse(environment, 'there is no project config: write project.config.yaml');
  return { ...settings, ...toSettings(environment, project.config, project.folder) };
}

function environmentNamed(name: string, config: ProjectConfig): EnvironmentConfig {
  const { value, diagnostics } = findEnvironment(config, name);
  if (value === undefined) throw refuse(name, diagnostics[0]?.help);
  return value;
}

function toSettings(
  name: string,
  config: ProjectConfig,
  folder: string,
): Pick<ProjectSettings, 'environment' | 'values' | 'data'> {
  const environment = environmentNamed(name, config);
  const { data = {} } = environment;
  return {
    environment: { name, config: environment },
    values: deployValuesOf(name, environment),
    data: Object.entries(data).map(([uri, path]) => ({ uri, path: resolve(folder, path) })),
  };
}

// The reader keeps the text to itself; what was read a moment ago can be read again to show its lines.
function textsOf(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const files = new Set(diagnostics.flatMap(({ range }) => range?.file ?? []));
  return new Map([...files].map((file) => [file, readFileSync(file, 'utf8')]));
}

function refuse(name: string, help: string | undefined): UsageError {
  const problem = { option: '-e', problem: `there is no environment "${name}"`, help };
  return new UsageError(commandDiagnostics['bad-option-value'](problem, { path: [] }));
}
