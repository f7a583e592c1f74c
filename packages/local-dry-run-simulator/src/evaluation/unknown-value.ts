import type { PlainJson } from '@millrace/schema';

const UNKNOWN_KEY = 'Millrace:Unknown';

/**
 * A value that nothing in the run decides: no user code ran and no scenario tells. It stands in
 * `Describe*` trees and in resolved arguments as `{"Millrace:Unknown": reason}`; it is never guessed.
 */
export function unknownValue(reason: string): PlainJson {
  return { [UNKNOWN_KEY]: reason };
}

/** Why the value is unknown; undefined for known values. */
export function unknownReasonOf(value: PlainJson | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  // Array.isArray does not narrow readonly arrays away; the line above has.
  const reason = (value as { readonly [key: string]: PlainJson })[UNKNOWN_KEY];
  return typeof reason === 'string' ? reason : undefined;
}
