import { z } from 'zod';
import type { IssueContext } from './report-issue.js';

/** A map or list in the middle of validation: single values in it may be wrong. */
export type Unchecked = Readonly<Record<string, unknown>>;

/** Looks at several keys of a map together, or at several items of a list. */
export type CrossCheck<V> = (value: V, context: IssueContext) => void;

/**
 * A check across the keys of a map. It runs even when a value in the map is wrong, so that one run tells about both;
 * so it may rely on which keys are there, but not on what their values are.
 */
export function acrossKeys(check: CrossCheck<Unchecked>): z.core.$ZodCheck<object> {
  return always((value, context) => {
    // A map without a prototype of its own keys is read by key only.
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) check(value as Unchecked, context);
  });
}

/** A check across the items of a list, under the same terms. */
export function acrossItems(check: CrossCheck<readonly unknown[]>): z.core.$ZodCheck<readonly unknown[]> {
  return always((value, context) => {
    if (Array.isArray(value)) check(value, context);
  });
}

function always<V>(check: CrossCheck<unknown>): z.core.$ZodCheck<V> {
  const cross = z.check<V>(({ value, issues }) => {
    // A check gets the raw list of issues; this is what addIssue of a transform's context does.
    check(value, { addIssue: (issue) => issues.push({ path: [], ...issue, input: value, continue: true }) });
  });
  cross._zod.def.when = () => true;
  return cross;
}
