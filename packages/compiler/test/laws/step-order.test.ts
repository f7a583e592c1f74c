import { readFileSync } from 'node:fs';
import { type Json, toPlainJson } from '@millrace/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { expectCompiles } from '../../src/testing/expect-compiles.js';

const example = new URL('../../../../examples/churn/pipeline.yaml', import.meta.url);

test('steps in any order give the same definition but for their order', async () => {
  const { pipeline, ...top } = parse(readFileSync(example, 'utf8'));
  const inOrder = await stepsByName({ ...top, pipeline });
  const shuffled = fc.shuffledSubarray(pipeline.steps, { minLength: pipeline.steps.length });
  await fc.assert(
    fc.asyncProperty(shuffled, async (steps) => {
      expect(await stepsByName({ ...top, pipeline: { ...pipeline, steps } })).toEqual(inOrder);
    }),
    { numRuns: 20 },
  );
});

async function stepsByName(spec: unknown): Promise<unknown> {
  const { definition } = await expectCompiles(stringify(spec));
  const { Steps: steps, ...rest } = definition;
  // A step is JSON; its typed view only says more.
  const entries = steps.map((step) => [step.Name, toPlainJson(step as unknown as Json)] as const);
  return { rest: toPlainJson(rest as unknown as Json), steps: new Map(entries) };
}
