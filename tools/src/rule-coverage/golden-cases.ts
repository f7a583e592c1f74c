import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { repositoryRoot } from '../repository.js';

/** A golden case of any stage, as far as the coverage of rules needs it. */
export interface RuleCase {
  /** From the root of the repository. */
  readonly file: string;
  readonly title: string;
  /** What looks like the code of a diagnostic in what the case expects; none where it passes. */
  readonly codes: readonly string[];
  /** Rules that the case says it answers: where the codes belong to many rules, or where it shows what passes. */
  readonly rules: readonly string[];
}

/** Where the stages keep their golden cases. */
const FOLDERS = [
  'packages/schema/test/golden',
  'packages/compiler/test/golden',
  'packages/local-dry-run-simulator/test/golden',
] as const;

/** All golden cases of the repository. */
export function readRuleCases(): readonly RuleCase[] {
  return FOLDERS.flatMap((folder) => listYaml(join(repositoryRoot, folder))).flatMap(readFile);
}

function listYaml(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

interface GoldenDocument {
  readonly title?: string;
  readonly rules?: readonly string[];
  readonly expected?: unknown;
}

function readFile(path: string): readonly RuleCase[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).flatMap((document) => {
    // The files are ours; what they expect is searched without knowing the form of the stage.
    const golden = document.toJS() as GoldenDocument | null;
    if (golden?.title === undefined) return [];
    const { title, rules = [], expected } = golden;
    return [{ file: relative(repositoryRoot, path), title, codes: codesIn(expected), rules }];
  });
}

const CODE = /^[a-z]+\/[a-z0-9-]+$/;

/** Every text in `code` members and in lists of codes. */
function codesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return CODE.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(codesIn);
}
