import { z } from 'zod';
import { authorObject } from '../../spec/author-object.js';
import { nameOfOther } from '../../spec/names.js';
import { condition } from './parse-condition.js';

/** The body of a Condition step. Source of names: MDAA 1.6.0, facts/mdaa-module section 1.5. */
export const conditionBody = authorObject({
  conditions: z.array(condition).min(1).describe('Comparisons, or all, any and not of them; all must hold.'),
  ifSteps: z.array(nameOfOther).describe('Names of the steps that run when all conditions hold.'),
  elseSteps: z.array(nameOfOther).optional().describe('Names of the steps that run otherwise.'),
});

/** What an author says of a Condition step. */
export type ConditionBody = z.output<typeof conditionBody>;
