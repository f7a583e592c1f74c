import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DryRun, openLocalS3 } from '@millrace/local-dry-run-simulator';
import type { RunFiles } from '../report/run-report.js';

const LAST_LINES = 10;
const MOST_BYTES = 64 * 1024;

interface Places {
  readonly stateDirectory: string;
  readonly workingDirectory: string;
}

/** The files of a run on this disk, as paths from the working directory. */
export function openRunFiles({ runDirectory }: DryRun, { stateDirectory, workingDirectory }: Places): RunFiles {
  const s3 = openLocalS3(stateDirectory);
  const show = (path: string) => {
    const near = relative(workingDirectory, path);
    return near === '' || near.startsWith('..') ? path : near;
  };
  return {
    runDirectory: runDirectory === undefined ? undefined : show(runDirectory),
    find: (uri) => {
      const path = s3.find(uri)?.path;
      return path === undefined ? undefined : show(path);
    },
    tail: (log) => (runDirectory === undefined ? [] : readTail(join(runDirectory, log))),
  };
}

// A log may be huge; only its end is read.
function readTail(path: string): readonly string[] {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const buffer = Buffer.alloc(Math.min(size, MOST_BYTES));
      readSync(file, buffer, 0, buffer.length, size - buffer.length);
      return buffer
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .slice(-LAST_LINES)
        .filter((line) => line !== '');
    } finally {
      closeSync(file);
    }
  } catch {
    // Without its log a failure is still told; the log is an extra.
    return [];
  }
}
