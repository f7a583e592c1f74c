import type { Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { statedElsewhere } from '../values/stated-elsewhere.js';

/** Chains of references that are longer are not followed. */
const LONGEST_CHAIN = 20;

/**
 * The URI itself where a reference to the output of another step stands: what that step states, or the place below which a
 * training job puts its model.
 */
export function statedUri(uri: Json | undefined, context: PolicyContext): Json | undefined {
  let at = uri;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const stated = statedElsewhere(at, context);
    if (stated === undefined) break;
    at = stated;
  }
  return at;
}
