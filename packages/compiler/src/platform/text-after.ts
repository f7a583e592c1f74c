import { type Json, writeJson } from '@millrace/schema';
import { mergeTexts } from '../lowering/merge-texts.js';

/**
 * What follows the beginning of a text, both as merged parts; undefined where the text begins otherwise.
 * @param beginning at least one part
 */
export function textAfter(text: readonly Json[], beginning: readonly Json[]): readonly Json[] | undefined {
  const last = beginning.length - 1;
  const [head, tail] = [beginning[last], text[last]];
  if (!beginning.slice(0, last).every((part, index) => isSame(part, text[index]))) return undefined;
  const rest = text.slice(last + 1);
  if (typeof head !== 'string' || typeof tail !== 'string') return isSame(head, tail) ? rest : undefined;
  return tail.startsWith(head) ? mergeTexts([tail.slice(head.length), ...rest]) : undefined;
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one !== undefined && other !== undefined && writeJson(one) === writeJson(other);
}
