import type { Json } from '@millrace/schema';
import { mergeTexts } from '../../lowering/merge-texts.js';
import type { PlatformText } from '../platform-model.js';
import { platformText } from '../platform-text.js';

/** The parts of a text: literals and deploy values. */
export function partsOf(text: PlatformText): readonly Json[] {
  return mergeTexts([text]);
}

/** The literal that a text begins with; empty where it begins with a deploy value. */
export function literalStart(text: PlatformText): string {
  const [first] = partsOf(text);
  return typeof first === 'string' ? first : '';
}

/** What stands before and behind the first separator of the literal parts; undefined where there is none. */
export function splitText(text: PlatformText, separator: string): readonly [PlatformText, PlatformText] | undefined {
  const parts = partsOf(text);
  const index = parts.findIndex((part) => typeof part === 'string' && part.includes(separator));
  const part = parts[index];
  if (typeof part !== 'string') return undefined;
  const at = part.indexOf(separator);
  return [
    platformText(...parts.slice(0, index), part.slice(0, at)),
    platformText(part.slice(at + separator.length), ...parts.slice(index + 1)),
  ];
}

/** The text without this literal end. */
export function withoutEnd(text: PlatformText, end: string): PlatformText {
  const parts = partsOf(text);
  const last = parts.at(-1);
  if (typeof last !== 'string' || !last.endsWith(end)) return text;
  return platformText(...parts.slice(0, -1), last.slice(0, last.length - end.length));
}

/** True when something in the text is only known in an execution, or a wildcard stands in it. */
export function hasWildcard(text: PlatformText): boolean {
  return partsOf(text).some((part) => typeof part === 'string' && /(?<!\$\{)[*?]/.test(part));
}
