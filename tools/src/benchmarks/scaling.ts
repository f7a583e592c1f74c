import { checkDefinitionText } from '@millrace/compiler';
import { type Json, type PipelineDefinition, toPlainJson } from '@millrace/schema';
import { compileGrown, NO_QUOTAS } from './grown-definition.js';
import { grownSpec } from './grown-spec.js';
import { describeFigures, GROWTH_AIM, type Grown, type ScalingFigure, timesBySize } from './time-by-size.js';

/** How one way grows with the number of steps. */
export interface Scaling {
  readonly what: string;
  readonly figures: readonly ScalingFigure[];
}

/** The aim beside that of growth: a thousand steps take less than this, in milliseconds. */
export const THOUSAND_STEPS_AIM = 1_000;

const SIZES = [10, 100, 1_000, 10_000] as const;

/**
 * How two ways grow with the number of steps: from the text of a spec, and of a definition, to all that is found.
 */
export async function measureScaling(runs = 5): Promise<readonly Scaling[]> {
  const specs = SIZES.map((steps) => ({ steps, input: grownSpec(steps) }));
  const definitions: Grown<PipelineDefinition>[] = [];
  for (const { steps, input } of specs) definitions.push({ steps, input: await compileGrown(input) });
  const texts = definitions.map(({ steps, input }) => ({ steps, input: textOf(input) }));
  return [
    { what: 'compile', figures: await timesBySize(specs, compileGrown, runs) },
    { what: 'check of a definition', figures: await timesBySize(texts, checkDefinition, runs) },
  ];
}

/** The lines that `npm run bench` prints. */
export function describeScaling(scalings: readonly Scaling[]): string {
  const aims = `aim: at most ${GROWTH_AIM} times for ten times the steps; 1000 steps under ${THOUSAND_STEPS_AIM} ms`;
  const tables = scalings.map(({ what, figures }) => [`${what}, by number of steps:`, ...describeFigures(figures)]);
  return [aims, ...tables.flat()].join('\n');
}

function textOf(definition: PipelineDefinition): string {
  // A definition is JSON; its typed view only says more.
  return JSON.stringify(toPlainJson(definition as unknown as Json));
}

async function checkDefinition(text: string): Promise<void> {
  const { value, diagnostics } = await checkDefinitionText({ file: 'grown.json', text }, { limits: NO_QUOTAS });
  const [first] = diagnostics;
  if (value === undefined) throw new Error(`the grown definition is refused: ${first?.code} ${first?.message}`);
}
