import type { Json } from '@millrace/schema';
import type { PolicyParameter } from './policy-value.js';

/** What is known of a deploy value although nobody gives it: a deployment chooses, within bounds. */
export type StandIn =
  | { readonly kind: 'parameter'; readonly parameter: PolicyParameter }
  /** One of several symbolic values; `by` says what decides: `the condition "IsProd"`. */
  | { readonly kind: 'choice'; readonly options: readonly Json[]; readonly by: string };
