import type { SourceScalar } from '@millrace/schema';
import type { ForEachItem } from './for-each-items.js';

const EACH = /\$\{\s*each\.[^{}]*\}/g;
const OWN_KEY = /\$\{\s*each\.(key|index)\s*\}/;

/**
 * The name by which other steps speak of all steps that a `forEach` makes: what is left of `Train-${each.key}` without its
 * varying parts. Undefined where nothing is left.
 */
export function groupNameOf(name: string): string | undefined {
  const rest = name.replace(EACH, '').replace(/^[-_]+|[-_]+$/g, '');
  return rest === '' ? undefined : rest;
}

/** The name of a single step; the key of its item is added where the author's name does not hold it. */
export function withKey(written: string, name: SourceScalar, { key }: ForEachItem): SourceScalar {
  return OWN_KEY.test(written) ? name : { ...name, value: `${String(name.value)}-${key.value}` };
}
