import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { StepSelection } from '../../src/execution/select-steps.js';
import type { JsonObject } from '../../src/source/json.js';
import type { GraphNotation } from './graph-notation.js';

/** What a case runs: the folder that it lies in. */
export type GoldenStage = 'syntax' | 'definition' | 'graph' | 'arguments' | 'execution';

/** One case: a YAML document with input and expected diagnostics, so that it needs no code. */
export interface GoldenCase {
  readonly title: string;
  /** The rules that the case shows, where the codes of its diagnostics belong to many; read by the table of rules. */
  readonly rules?: readonly string[];
  /** The text of a definition; `padding` spaces are added to it, `repeat` repeats it. */
  readonly input?: string;
  readonly padding?: number;
  readonly repeat?: number;
  /** Instead of a definition: a graph whose conditions name their branches, as that of a spec. */
  readonly graph?: GraphNotation;
  readonly options?: {
    readonly limits?: Record<string, number>;
    readonly warnOnly?: readonly string[];
    readonly allowUnknownMembers?: readonly string[];
  };
  /** How an execution of the definition is started, or what it updates. */
  readonly start?: StartNotation;
  /** All diagnostics, in their order. */
  readonly expected: readonly ExpectedDiagnostic[];
}

/** What a case of the stage `execution` asks for; each member is one question. */
export interface StartNotation {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly selection?: StepSelection;
  readonly update?: { readonly deployed: JsonObject; readonly request: JsonObject };
}

/** A diagnostic as a case states it; members that are left out are not compared. */
export interface ExpectedDiagnostic {
  readonly code: string;
  readonly severity: string;
  /** `line:column`; absent where a graph was given. */
  readonly at?: string;
  readonly path: string;
  readonly message: string;
  readonly help?: string;
  /** Related places as `path: message`. */
  readonly related?: readonly string[];
}

/** A file of cases for one rule, separated by `---`. */
export interface GoldenFile {
  readonly stage: GoldenStage;
  readonly file: string;
  readonly cases: readonly GoldenCase[];
}

const STAGES: readonly GoldenStage[] = ['syntax', 'definition', 'graph', 'arguments', 'execution'];

/** All case files below the folder of this module. */
export function readGoldenFiles(): readonly GoldenFile[] {
  return STAGES.flatMap((stage) => {
    const folder = join(import.meta.dirname, stage);
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    return files.sort().map((file) => ({ stage, file, cases: readCases(join(folder, file)) }));
  });
}

function readCases(path: string): readonly GoldenCase[] {
  const documents = parseAllDocuments(readFileSync(path, 'utf8'));
  // The files are ours; a case that is not of this form fails its test.
  return documents.map((document) => document.toJS() as GoldenCase);
}
