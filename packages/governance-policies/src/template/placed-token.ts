import type { Json, Offsets } from '@millrace/schema';

/** A symbolic value that stands at some place of a text. */
export interface PlacedToken {
  readonly value: Json;
  readonly offsets: Offsets;
}
