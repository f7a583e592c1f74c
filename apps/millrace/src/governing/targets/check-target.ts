import type { Outcome } from '@millrace/schema';
import type { InputFile } from '../../input/input-file.js';

/** One document to check, as it was read. */
export interface CheckTarget {
  readonly kind: 'pipeline' | 'template';
  /** The name shown to people; `-` for standard input. */
  readonly file: string;
  readonly read: Outcome<InputFile>;
}
