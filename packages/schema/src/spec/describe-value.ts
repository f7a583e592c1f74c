import { isNumber, numberText } from '../source/source-number.js';

/** Words for what an author gave: `the text "x"`, `the number 5`, `a list`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'empty';
  if (isNumber(value)) return `the number ${numberText(value)}`;
  if (typeof value === 'string') return `the text "${shorten(value)}"`;
  if (typeof value === 'boolean') return `${value}`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return 'a map';
}

const LONGEST_SHOWN = 80;

/** The text, cut where it would fill the screen. */
export function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
