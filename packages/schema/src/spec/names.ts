import { z } from 'zod';
import type { Json } from '../source/json.js';
import { literalText } from './literal-only.js';
import { parseValue } from './parse-value.js';
import { forwardIssues } from './report-issue.js';
import { SpecValue } from './spec-value.js';
import { formedText } from './text-checks.js';

/** The name of a step: 1 to 64 of letters, digits, `-` and `_` (StepName of the service model). */
export const stepName = literalText(
  formedText({
    what: 'the step name',
    pattern: /^[A-Za-z0-9\-_]+$/,
    allowed: 'use letters, digits, "-" and "_"',
    longest: 64,
  }),
);

/** The name of a pipeline parameter: 1 to 64 of letters, digits, `-` and `_`. */
export const parameterName = literalText(
  formedText({
    what: 'the parameter name',
    pattern: /^[A-Za-z0-9\-_]+$/,
    allowed: 'use letters, digits, "-" and "_"',
    longest: 64,
  }),
);

/** Any name that must be given and is resolved later, such as that of another step. */
export const nameOfOther = literalText(formedText({ what: 'a name', pattern: /\S/, allowed: 'it must not be empty' }));

/** `stepOutput: Prep.train`: an output of another step. */
export const stepOutput = referenceByName('stepOutput');

/** `parameter: InputData`: a pipeline parameter. */
export const parameterReference = referenceByName('parameter');

// The value behind the key means what `{ key: value }` means anywhere; only its place is the key's own.
function referenceByName(key: 'stepOutput' | 'parameter'): z.ZodType<SpecValue> {
  return z
    .unknown()
    .meta({ type: 'string' })
    .transform((input, context): SpecValue => {
      const issues: z.core.$ZodIssue[] = [];
      // Every value that reaches a spec schema was read as JSON.
      const value = parseValue(
        { [key]: input as Json },
        { addIssue: (issue) => issues.push({ path: [], ...issue } as z.core.$ZodIssue) },
        'a name',
      );
      if (value !== undefined) return new SpecValue(value.form);
      forwardIssues(
        context,
        issues.map((issue) => ({ ...issue, path: issue.path.slice(1) })),
      );
      return z.NEVER;
    });
}

/** A reference to a fixed output of a step, given by the step's name: `modelDataStep: Train` means `Train.modelArtifacts`. */
export function outputOfNamedStep(output: string): z.ZodType<SpecValue> {
  return nameOfOther.transform((step) => new SpecValue({ kind: 'output', step, output }));
}
