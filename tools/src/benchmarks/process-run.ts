import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureVirtualEnvironment } from '../python-environment.js';
import { repositoryRoot } from '../repository.js';
import { type ProgramCall, runProgram } from '../run-program.js';

/** Wall times in seconds, each the median of the same number of runs that took turns. */
export interface ProcessRunFigures {
  readonly dryRun: number;
  readonly byHand: number;
  /** Both were measured in one go, so that a busy machine slows them alike. */
  readonly ratio: number;
}

/** The aim of the first issue: the dry run takes less than this many times its scripts, run one after another. */
export const PROCESS_RUN_AIM = 1.1;

const MODEL = 'churn';

/**
 * How long `millrace dry-run --launcher process` takes on a freshly scaffolded project, against the same scripts run by
 * hand. Making the Python environments is left out on both sides: they are made before the first measured run.
 *
 * @throws Error when PyPI cannot be reached, or when a run fails
 */
export async function measureProcessRun(runs = 7): Promise<ProcessRunFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
  try {
    const project = scaffold(folder);
    const model = join(project, 'models', MODEL);
    const { python } = await ensureVirtualEnvironment(join(model, 'src', 'requirements.txt'));
    return compare({ dryRun: [dryRunOf(project)], byHand: scriptsOf(model, python) }, runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sentence that `npm run bench` prints. */
export function describeProcessRun({ dryRun, byHand, ratio }: ProcessRunFigures): string {
  const times = `${dryRun.toFixed(2)} s against ${byHand.toFixed(2)} s of its scripts by hand`;
  return `millrace dry-run --launcher process on a scaffolded project: ${times}, ${ratio.toFixed(2)} times (aim: under ${PROCESS_RUN_AIM})`;
}

function scaffold(folder: string): string {
  const project = join(folder, MODEL);
  const args = [
    join(repositoryRoot, 'apps/create-ml-project/bin/create-ml-project.js'),
    project,
    '--yes',
    '--no-install',
  ];
  timeOf({ program: process.execPath, args, directory: folder });
  return project;
}

function dryRunOf(project: string): ProgramCall {
  const cli = join(repositoryRoot, 'apps/millrace/bin/millrace.js');
  const args = [cli, 'dry-run', `models/${MODEL}/pipeline.yaml`, '--launcher', 'process'];
  return { program: process.execPath, args, directory: project };
}

// What the scripts say of runs by hand, at the head of each.
function scriptsOf(model: string, python: string): readonly ProgramCall[] {
  const script = (name: string, ...args: readonly string[]) => ({
    program: python,
    args: [`src/${name}.py`, ...args],
    directory: model,
  });
  return [
    script('preprocess', '--input', 'data', '--train', 'out/train', '--test', 'out/test'),
    script('train', '--train', 'out/train', '--model-dir', 'out/model', '--max_depth', '6', '--trees', '200'),
    script('evaluate', '--model', 'out/model', '--test', 'out/test', '--report', 'out/report'),
  ];
}

interface Contestants {
  readonly dryRun: readonly ProgramCall[];
  readonly byHand: readonly ProgramCall[];
}

function compare(contestants: Contestants, runs: number): ProcessRunFigures {
  const times: { dryRun: number[]; byHand: number[] } = { dryRun: [], byHand: [] };
  for (let run = -1; run < runs; run += 1) {
    const pair = { dryRun: timeOfAll(contestants.dryRun), byHand: timeOfAll(contestants.byHand) };
    // The first round makes environments and warms the caches of the file system.
    if (run === -1) continue;
    times.dryRun.push(pair.dryRun);
    times.byHand.push(pair.byHand);
  }
  const figures = { dryRun: median(times.dryRun), byHand: median(times.byHand) };
  return { ...figures, ratio: figures.dryRun / figures.byHand };
}

function timeOfAll(calls: readonly ProgramCall[]): number {
  return calls.reduce((sum, call) => sum + timeOf(call), 0);
}

function timeOf(call: ProgramCall): number {
  const start = performance.now();
  const { exitCode, stdout, stderr } = runProgram(call);
  if (exitCode !== 0) throw new Error(`${call.args.join(' ')} ended with ${exitCode}: ${stderr || stdout}`);
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
