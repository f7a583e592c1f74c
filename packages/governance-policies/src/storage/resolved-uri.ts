import type { Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import type { PolicyValue } from '../values/policy-value.js';
import { statedUri } from './stated-uri.js';

/** What is known of a URI that may come from another step. */
export function resolvedUri(uri: Json | undefined, context: PolicyContext): PolicyValue {
  return context.read(statedUri(uri, context));
}
