import { GOVERNANCE_PROFILES, RULE_VOLUMES } from '@millrace/schema';
import { z } from 'zod';

const text = z.string({ error: 'expected text' }).min(1, { error: 'expected text' });

const aFunction = z.custom<(...given: never) => unknown>((given) => typeof given === 'function', {
  error: 'expected a function',
});

/** The form of a rule as `defineRule` makes it, of whichever version: packs bring their own. */
export const ruleForm = z.looseObject(
  {
    id: text,
    title: text,
    checks: text,
    why: text,
    source: text,
    fix: z.looseObject({ kind: z.enum(['safe', 'suggested', 'none']), how: text }),
    profiles: z.partialRecord(z.enum(GOVERNANCE_PROFILES), z.enum(RULE_VOLUMES).exclude(['off'])),
    on: z.array(z.enum(['definition', 'template']), { error: 'expected a list' }).min(1),
    options: z.looseObject({ safeParse: aFunction, shape: z.looseObject({}) }),
    check: aFunction,
    checkTemplate: aFunction,
  },
  { error: 'expected a rule' },
);
