import { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { choice, stringified } from '../../spec/slots.js';
import { literalTextOf, type SpecValue } from '../../spec/spec-value.js';
import { hasForm } from '../../spec/text-checks.js';
import { tuningDiagnostics } from './tuning-diagnostics.js';

/** SageMaker wants the ends of ranges as text of numbers (ParameterValue, at most 256 characters). */
const end = (pattern: RegExp, what: string) =>
  stringified(hasForm({ what, pattern, allowed: 'write a number, or an expression', longest: 256 }));

function numericRange(pattern: RegExp, what: string) {
  return authorObject({
    min: end(pattern, what).describe('Smallest value.'),
    max: end(pattern, what).describe('Greatest value.'),
    scaling: choice(['Auto', 'Linear', 'Logarithmic', 'ReverseLogarithmic'])
      .optional()
      .describe('Scale on which values are chosen. Default: Auto.'),
  });
}

const MOST_RANGES = 30;

/** The ranges in which hyperparameters vary, by kind and name. */
export const tuningRanges = authorObject({
  integer: z
    .record(z.string(), numericRange(/^[-+]?\d+$/, 'a whole number'))
    .optional()
    .describe(`Whole numbers by hyperparameter: { min, max, scaling }; at most ${MOST_RANGES}.`),
  continuous: z
    .record(z.string(), numericRange(/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/, 'a number'))
    .optional()
    .describe(`Numbers by hyperparameter: { min, max, scaling }; at most ${MOST_RANGES}.`),
  categorical: z
    .record(z.string(), z.array(stringified()).min(1).max(MOST_RANGES))
    .optional()
    .describe(`Lists of values by hyperparameter; at most ${MOST_RANGES} hyperparameters, and as many values of each.`),
});

/** The ranges in which hyperparameters vary. */
export type TuningRanges = z.output<typeof tuningRanges>;

/** Kinds of ranges, as keys of an author. */
export const RANGE_KINDS = ['integer', 'continuous', 'categorical'] as const;

/** Ends in order, and one kind for each hyperparameter. The ranges are well-formed. */
export function checkRanges(ranges: TuningRanges, context: IssueContext): void {
  for (const kind of ['integer', 'continuous'] as const) {
    for (const [name, { min, max }] of Object.entries(ranges[kind] ?? {})) {
      if (isUpsideDown(min, max)) {
        const parameters = { name, min: literalTextOf(min) ?? '', max: literalTextOf(max) ?? '' };
        reportIssue(context, tuningDiagnostics['range-upside-down'], { parameters, at: ['ranges', kind, name] });
      }
    }
  }
  for (const name of namesOfRanges(ranges)) {
    const kinds = RANGE_KINDS.filter((kind) => Object.hasOwn(ranges[kind] ?? {}, name));
    if (kinds.length > 1)
      reportIssue(context, tuningDiagnostics['tuned-twice'], {
        parameters: { name, kinds },
        at: ['ranges', kinds.at(-1) ?? '', name],
        place: { target: 'key' },
      });
  }
}

/** The hyperparameters that vary, each once. */
export function namesOfRanges(ranges: TuningRanges): readonly string[] {
  return [...new Set(RANGE_KINDS.flatMap((kind) => Object.keys(ranges[kind] ?? {})))];
}

/** How many combinations of values a grid search tries. */
export function combinationsOf({ categorical = {} }: TuningRanges): number {
  return Object.values(categorical).reduce((product, values) => product * values.length, 1);
}

function isUpsideDown(min: SpecValue, max: SpecValue): boolean {
  const [low, high] = [literalTextOf(min), literalTextOf(max)];
  return low !== undefined && high !== undefined && Number(low) >= Number(high);
}
