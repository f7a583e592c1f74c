import type { Json } from '@millrace/schema';

/** A value in the words of the definition, so that the same value is known wherever it stands. */
export function asWritten(value: Json | undefined): string {
  return JSON.stringify(value ?? null);
}
