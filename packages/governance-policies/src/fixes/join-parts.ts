import { type Json, join } from '@millrace/schema';

/** The parts of a text as one `Std:Join`, neighbouring literals as one. */
export function joinParts(parts: readonly Json[]): Json {
  const done: Json[] = [];
  for (const part of parts) {
    const last = done.at(-1);
    if (typeof last === 'string' && typeof part === 'string') done[done.length - 1] = last + part;
    else done.push(part);
  }
  return join('', done);
}
