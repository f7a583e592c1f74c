import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { repositoryRoot } from '../repository.js';
import { type ProgramCall, runProgram } from '../run-program.js';

/** Wall times in milliseconds, each the median of the same number of runs that took turns. */
export interface StartUpFigures {
  readonly compile: number;
  readonly bareNode: number;
  /** Both were measured in one go, so that a busy machine slows them alike. */
  readonly ratio: number;
}

/** The aim of the first issue: the bundled compile takes less than this many times a bare `node -e 0`. */
export const START_UP_AIM = 4;

const COMPILE: ProgramCall = {
  program: process.execPath,
  args: ['apps/millrace/bin/millrace.js', 'compile', join('examples', 'mdaa-comprehensive', 'pipeline.yaml')],
  directory: repositoryRoot,
};
const BARE_NODE: ProgramCall = { program: process.execPath, args: ['-e', '0'], directory: repositoryRoot };

/** How long the bundled `millrace compile` of the comprehensive sample takes, against a node that does nothing. */
export function measureStartUp(runs = 21): StartUpFigures {
  const compile: number[] = [];
  const bareNode: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    const times = [timeOf(COMPILE), timeOf(BARE_NODE)] as const;
    // The first round only warms the caches of the file system.
    if (run === -1) continue;
    compile.push(times[0]);
    bareNode.push(times[1]);
  }
  const figures = { compile: median(compile), bareNode: median(bareNode) };
  return { ...figures, ratio: figures.compile / figures.bareNode };
}

/** The sentence that `npm run bench` prints. */
export function describeStartUp({ compile, bareNode, ratio }: StartUpFigures): string {
  const times = `${compile.toFixed(0)} ms against ${bareNode.toFixed(0)} ms of a bare node`;
  return `millrace compile on the comprehensive sample: ${times}, ${ratio.toFixed(1)} times (aim: under ${START_UP_AIM})`;
}

function timeOf(call: ProgramCall): number {
  const start = performance.now();
  const { exitCode, stderr } = runProgram(call);
  if (exitCode !== 0) throw new Error(`${call.args.join(' ')} ended with ${exitCode}: ${stderr}`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
