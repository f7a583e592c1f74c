import { z } from 'zod';
import { ARTIFACT_LAYOUT, type ArtifactArea } from '../artifact-layout.js';
import { isNumber, numberOf } from '../source/source-number.js';
import { oneOrMore, strictMap, text } from './strict-map.js';

/** S3 counts ages in whole days. */
const MOST_DAYS = 36_500;

/** A number as it was read, in a range. */
function numberIn(range: string, accepts: (value: number) => boolean) {
  return z
    .unknown()
    .meta({ type: 'number' })
    .transform((input, context): number => {
      const value = isNumber(input) ? numberOf(input) : Number.NaN;
      if (accepts(value)) return value;
      context.addIssue({ code: 'custom', message: `expected ${range}` });
      return z.NEVER;
    });
}

const days = numberIn(`a whole number of days from 1 to ${MOST_DAYS}`, (value) => {
  return Number.isInteger(value) && value >= 1 && value <= MOST_DAYS;
});

/** How long a prefix is kept: a number of days, or `keep` for as long as the bucket. */
const period = z
  .unknown()
  .meta({ anyOf: [{ const: 'keep' }, { type: 'integer', minimum: 1, maximum: MOST_DAYS }] })
  .transform((input, context): number | 'keep' => {
    if (input === 'keep') return 'keep';
    const parsed = days.safeParse(input);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: `expected days, 1 to ${MOST_DAYS}, or keep` });
    return z.NEVER;
  });

const AREAS = Object.keys(ARTIFACT_LAYOUT);

/** Retention by prefix of the artifact layout; what is not named keeps the layout's own. */
export const retention = strictMap(
  // Object.fromEntries forgets that the keys are exactly the areas.
  Object.fromEntries(AREAS.map((area) => [area, period.optional()])) as Record<
    ArtifactArea,
    z.ZodOptional<typeof period>
  >,
);

/** Instance types, the size or all of a family. */
export const allowedInstances = oneOrMore(
  text.regex(/^ml\.[a-z\d-]+\.(\*|[a-z\d-]+)$/, { error: 'expected an instance type, as ml.m5.xlarge or ml.m5.*' }),
  200,
);

const dollars = numberIn('an amount of US dollars above 0', (value) => value > 0);

/** Ceilings of cost. */
export const budget = strictMap({
  monthlyUsd: dollars.optional().describe('Most that a month may cost, in US dollars.'),
  perRunUsd: dollars.optional().describe('Most that one execution may cost, in US dollars.'),
});
