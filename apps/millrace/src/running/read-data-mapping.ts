import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataMapping } from '@millrace/local-dry-run-simulator';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';

/**
 * The mapping that `--data S3URI=PATH` means; relative paths start at `base`. Keys may hold `=` (Hive's `dt=2026-01-01/`),
 * and so may paths: the text is split at the first `=` behind which something exists. Throws a UsageError for another form;
 * whether the path exists is judged by the run.
 */
export function readDataMapping(text: string, base: string): DataMapping {
  const splits = [...text.matchAll(/=(?=.)/gs)].map(({ index }) => ({
    uri: text.slice(0, index),
    path: resolve(base, text.slice(index + 1)),
  }));
  const found = splits.find(({ path }) => existsSync(path)) ?? splits[0];
  if (found === undefined || !/^s3:\/\/[^/]/.test(found.uri)) throw refuse(text);
  return found;
}

function refuse(text: string): UsageError {
  const help = 'S3URI=PATH, for example s3://bucket/raw.csv=raw.csv or s3://bucket/data/=data';
  const problem = { option: '--data', problem: `"${text}" is not a value that it takes`, help };
  return new UsageError(commandDiagnostics['bad-option-value'](problem, { path: [] }));
}
