import { z } from 'zod';
import { forwardIssues } from './report-issue.js';
import type { Slot } from './slots.js';
import type { SpecValue } from './spec-value.js';

/** A slot that also takes the word `none`, which switches a default of Millrace off. */
export function orNone(slot: Slot) {
  return z
    .unknown()
    .meta({ anyOf: [{ const: 'none' }, { type: 'string' }], description: slot.description ?? '' })
    .transform((input, context): 'none' | SpecValue => {
      if (input === 'none') return 'none';
      const parsed = slot.safeParse(input);
      if (parsed.success) return parsed.data;
      forwardIssues(context, parsed.error.issues);
      return z.NEVER;
    })
    .optional();
}
