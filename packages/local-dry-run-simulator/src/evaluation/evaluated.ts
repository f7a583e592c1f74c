import type { PlainJson } from '@millrace/schema';

/** What an expression comes to: a value, nothing that is known, or a mistake that makes the step fail. */
export type Evaluated =
  | { readonly kind: 'known'; readonly value: PlainJson }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'problem'; readonly reason: string };

/** A value. */
export function known(value: PlainJson): Evaluated {
  return { kind: 'known', value };
}

/** No value, and no mistake: nothing in the run decides it. */
export function unknown(reason: string): Evaluated {
  return { kind: 'unknown', reason };
}

/** A mistake; SageMaker would fail the step with such a reason. */
export function problem(reason: string): Evaluated {
  return { kind: 'problem', reason };
}
