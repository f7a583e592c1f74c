import { z } from 'zod';
import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { reportIssue } from './report-issue.js';
import type { Slot } from './slots.js';
import type { LiteralValue } from './spec-value.js';

/** The message for an expression where SageMaker wants a literal. */
export const literalDiagnostics = defineDiagnostics('spec', {
  'literal-only': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R41'],
    message: () => 'an expression is not possible here: SageMaker wants a literal value',
    help: () => 'write the value itself',
    explanation:
      'Names, step dependencies, cache and retry settings, property files and paths into them are read when the pipeline is created, before any parameter has a value.',
  },
});

/** A slot in which expressions and deploy values are refused; the literal itself is the result. */
export function literalOnly(slot: Slot): z.ZodType<LiteralValue> {
  return slot
    .transform((value, context) => {
      if (value.form.kind === 'literal') return value.form.value;
      reportIssue(context, literalDiagnostics['literal-only'], { parameters: undefined });
      return z.NEVER;
    })
    .meta({ [LITERAL_MARK]: true });
}

/** Marks a slot that takes no expressions, so that the JSON Schema of the spec does not offer them. */
export const LITERAL_MARK = 'x-millrace-literal';

/** Literal text. */
export function literalText(slot: Slot): z.ZodType<string> {
  return literalOnly(slot)
    .transform(String)
    .meta({ [LITERAL_MARK]: true });
}
