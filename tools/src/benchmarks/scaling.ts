import { performance } from 'node:perf_hooks';
import { checkDefinitionText, compileSpec } from '@millrace/compiler';
import { checkDefinitionPolicies, GOVERNANCE_RULES, policyOf } from '@millrace/governance-policies';
import {
  GOVERNANCE_PROFILES,
  type Json,
  type PipelineDefinition,
  type PipelineLimits,
  toPlainJson,
} from '@millrace/schema';
import { grownSpec } from './grown-spec.js';

/** How long one size takes. */
export interface ScalingFigure {
  readonly steps: number;
  /** Median wall time, in milliseconds. */
  readonly milliseconds: number;
}

/** How one way grows with the number of steps. */
export interface Scaling {
  readonly what: string;
  readonly figures: readonly ScalingFigure[];
}

/** The aims: ten times the steps take at most this many times the time … */
export const GROWTH_AIM = 12;
/** … and a thousand steps less than this, in milliseconds. */
export const THOUSAND_STEPS_AIM = 1_000;

const SIZES = [10, 100, 1_000, 10_000] as const;

const NO_QUOTAS: PipelineLimits = {
  steps: 1e6,
  parameters: 1e6,
  conditions: 1e6,
  branchSteps: 1e6,
  propertyFiles: 1e6,
  jsonGets: 1e6,
};

/**
 * How three ways grow with the number of steps: from the text of a spec, and of a definition, to all that is found, and
 * all governance rules over a definition.
 */
export async function measureScaling(runs = 5): Promise<readonly Scaling[]> {
  const specs = SIZES.map((steps) => ({ steps, input: grownSpec(steps) }));
  const definitions: Grown<PipelineDefinition>[] = [];
  for (const { steps, input } of specs) definitions.push({ steps, input: await compile(input) });
  const texts = definitions.map(({ steps, input }) => ({ steps, input: textOf(input) }));
  return [
    { what: 'compile', figures: await timesOf(specs, compile, runs) },
    { what: 'check of a definition', figures: await timesOf(texts, checkDefinition, runs) },
    { what: 'all governance rules on a definition', figures: await timesOf(definitions, govern, runs) },
  ];
}

/** The lines that `npm run bench` prints. */
export function describeScaling(scalings: readonly Scaling[]): string {
  const aims = `aim: at most ${GROWTH_AIM} times for ten times the steps; 1000 steps under ${THOUSAND_STEPS_AIM} ms`;
  const tables = scalings.map(({ what, figures }) => [`${what}, by number of steps:`, ...figures.map(describeFigure)]);
  return [aims, ...tables.flat()].join('\n');
}

function describeFigure({ steps, milliseconds }: ScalingFigure, index: number, all: readonly ScalingFigure[]): string {
  const before = all[index - 1];
  const growth =
    before === undefined ? '' : `, ${(milliseconds / before.milliseconds).toFixed(1)} times that of ${before.steps}`;
  return `  ${steps} steps: ${milliseconds.toFixed(0)} ms, ${((milliseconds * 1_000) / steps).toFixed(0)} µs a step${growth}`;
}

interface Grown<T> {
  readonly steps: number;
  readonly input: T;
}

type Way<T> = (input: T) => unknown;

// Sizes take turns, so that a machine that is busy for a while slows them alike; the first round lets the engine compile.
async function timesOf<T>(grown: readonly Grown<T>[], way: Way<T>, runs: number): Promise<readonly ScalingFigure[]> {
  const times = grown.map((): number[] => []);
  for (let run = -1; run < runs; run += 1) {
    for (const [index, { input }] of grown.entries()) {
      const start = performance.now();
      await way(input);
      if (run >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return grown.map(({ steps }, index) => ({ steps, milliseconds: median(times[index] ?? []) }));
}

async function compile(text: string): Promise<PipelineDefinition> {
  const files = { read: () => undefined, list: () => undefined };
  const { value, diagnostics } = await compileSpec({ file: 'grown.yaml', text }, { files, limits: NO_QUOTAS });
  const [first] = diagnostics;
  if (value === undefined) throw new Error(`the grown spec is refused: ${first?.code} ${first?.message}`);
  return value.definition;
}

function textOf(definition: PipelineDefinition): string {
  // A definition is JSON; its typed view only says more.
  return JSON.stringify(toPlainJson(definition as unknown as Json));
}

const ALL_RULES = policyOf({ rules: GOVERNANCE_RULES, profiles: GOVERNANCE_PROFILES }).value ?? [];

function govern(definition: PipelineDefinition): void {
  const findings = checkDefinitionPolicies(definition, { policy: ALL_RULES });
  if (findings.length === 0) throw new Error('the rules find nothing in the grown definition, which names no VPC');
}

async function checkDefinition(text: string): Promise<void> {
  const { value, diagnostics } = await checkDefinitionText({ file: 'grown.json', text }, { limits: NO_QUOTAS });
  const [first] = diagnostics;
  if (value === undefined) throw new Error(`the grown definition is refused: ${first?.code} ${first?.message}`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
