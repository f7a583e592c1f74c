import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Examination } from './examination.js';

// The form of the file is that of this repository alone; the tests look for every entry in the corpus.
const byRule = parse(readFileSync(join(import.meta.dirname, 'examinations.yaml'), 'utf8')) as Readonly<
  Record<string, readonly Omit<Examination, 'rule'>[]>
>;

/** What was seen on examining the drawn findings; the page of the corpus quotes it. */
export const examinations: readonly Examination[] = Object.entries(byRule).flatMap(([rule, seen]) =>
  seen.map((each) => ({ rule, ...each })),
);
