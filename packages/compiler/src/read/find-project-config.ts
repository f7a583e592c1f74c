import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  fail,
  type Outcome,
  type ProjectConfig,
  projectDiagnostics,
  readProjectConfig,
  type SourceDocument,
  succeed,
} from '@millrace/schema';
import { readSpec } from './read-spec.js';
import { shownPath } from './shown-path.js';

/** The project that a spec belongs to. */
export interface Project {
  /** The folder of the config; undefined where there is no config. */
  readonly folder: string | undefined;
  readonly config: ProjectConfig;
  /** What was read, for the places of settings; undefined where there is no config that can be read. */
  readonly document: SourceDocument | undefined;
}

const YAML_CONFIG = 'project.config.yaml';
const TYPESCRIPT_CONFIG = 'project.config.ts';

/**
 * Finds and reads the project config, walking up from a folder; the nearest one counts. No config is no error.
 * A config in TypeScript marks the project's folder and gives a warning that it is not read yet.
 */
export function findProjectConfig(from: string): Outcome<Project> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const yaml = join(folder, YAML_CONFIG);
    if (isFile(yaml)) return readConfig(yaml, folder);
    const typescript = join(folder, TYPESCRIPT_CONFIG);
    if (isFile(typescript)) {
      const remark = projectDiagnostics['config-not-readable-yet']({ file: shownPath(typescript) }, { path: [] });
      return succeed({ folder, config: { environments: {} }, document: undefined }, [remark]);
    }
    if (dirname(folder) === folder)
      return succeed({ folder: undefined, config: { environments: {} }, document: undefined });
  }
}

function readConfig(path: string, folder: string): Outcome<Project> {
  const file = shownPath(path);
  const { value: document, diagnostics } = readSpec({ file, text: readFileSync(file, 'utf8') });
  if (document === undefined) return fail(diagnostics);
  const config = readProjectConfig(document);
  return config.value === undefined ? fail(config.diagnostics) : succeed({ folder, config: config.value, document });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
