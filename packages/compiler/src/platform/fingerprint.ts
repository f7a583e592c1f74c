import { createHash } from 'node:crypto';
import { type Json, writeJson } from '@millrace/schema';

/** Eight hexadecimal digits that stand for a value: for ids that must be short, and the same in every synthesis. */
export function fingerprint(value: Json): string {
  return createHash('sha256').update(writeJson(value)).digest('hex').slice(0, 8);
}
