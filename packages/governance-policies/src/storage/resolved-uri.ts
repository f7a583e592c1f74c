import type { Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import type { PolicyValue } from '../values/policy-value.js';
import { statedElsewhere } from '../values/stated-elsewhere.js';

/** Chains of references that are longer are not followed. */
const LONGEST_CHAIN = 20;

/**
 * What is known of a URI that may come from another step: what that step states of its output, or the place below which a
 * training job puts its model.
 */
export function resolvedUri(uri: Json | undefined, context: PolicyContext): PolicyValue {
  let at = uri;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const stated = statedElsewhere(at, context);
    if (stated === undefined) break;
    at = stated;
  }
  return context.read(at);
}
