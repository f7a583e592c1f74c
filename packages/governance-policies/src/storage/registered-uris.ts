import type { Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { registeredModels } from './registered-models.js';
import { statedUri } from './stated-uri.js';

/** The URIs, as the steps that write them state them, of all models that are registered. */
export function registeredUris(context: PolicyContext): ReadonlySet<Json | undefined> {
  return new Set(registeredModels(context).map(({ uri }) => statedUri(uri, context)));
}
