import { join } from 'node:path';
import { repositoryRoot } from '../repository.js';
import { runProgram } from '../run-program.js';

/** What a process that synthesizes twice says of itself; times in milliseconds, size of the template in bytes. */
export interface SynthFigures {
  /** From the start of the process until everything is loaded. */
  readonly load: number;
  readonly first: number;
  readonly second: number;
  readonly bytes: number;
  readonly resources: number;
}

/** Without and with the CDK's own check of templates, which MDAA's version of the CDK does not have. */
export interface SynthComparison {
  readonly plain: SynthFigures;
  readonly validated: SynthFigures;
}

/** What MDAA 1.6.0 needs for its comprehensive sample, with the same four packs, from start to exit; in seconds. */
const MDAA = { fastest: 1.0, slowest: 1.2, resources: 23 };
/** The aim: half of MDAA's slowest run. */
export const SYNTH_AIM = (MDAA.slowest / 2) * 1000;

/** Synthesizes the comprehensive sample with four rule packs; each figure is that of the run with the median second time. */
export function measureSynth(runs = 3): SynthComparison {
  return { plain: medianRun(runs, { CDK_VALIDATION: 'false' }), validated: medianRun(runs, {}) };
}

/** The table that `npm run bench` prints. */
export function describeSynth({ plain, validated }: SynthComparison): string {
  return [
    'synth of the comprehensive sample with four rule packs, in one process:',
    `  MDAA 1.6.0: ${MDAA.fastest.toFixed(1)}-${MDAA.slowest.toFixed(1)} s from start to exit, ${MDAA.resources} resources`,
    `  Millrace: ${describeRun(plain)} (aim: under ${SYNTH_AIM} ms)`,
    `  with the CDK's own check of templates: ${describeRun(validated)}`,
    `  template: ${plain.bytes} bytes, ${plain.resources} resources`,
  ].join('\n');
}

function describeRun({ load, first, second }: SynthFigures): string {
  return `load ${load.toFixed(0)} ms, first ${first.toFixed(0)} ms, second ${second.toFixed(0)} ms`;
}

function medianRun(runs: number, environment: Readonly<Record<string, string>>): SynthFigures {
  const figures = Array.from({ length: runs }, () => runOnce(environment));
  const sorted = figures.toSorted((one, other) => one.second - other.second);
  const median = sorted[Math.floor(runs / 2)];
  if (median === undefined) throw new Error('no runs');
  return median;
}

/** What is measured is the build: a process of its own, without the sources' export condition. */
function runOnce(environment: Readonly<Record<string, string>>): SynthFigures {
  const program = join(import.meta.dirname, 'synthesize-twice.ts');
  const spec = join(repositoryRoot, 'examples/mdaa-comprehensive/pipeline.yaml');
  const { exitCode, stdout, stderr } = runProgram({
    program: process.execPath,
    args: ['--import', 'tsx', program, spec],
    directory: repositoryRoot,
    environment: { NODE_OPTIONS: '', ...environment },
  });
  if (exitCode !== 0) throw new Error(`synthesizing ended with ${exitCode}: ${stderr}`);
  // The program prints exactly such a line last.
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as SynthFigures;
}
