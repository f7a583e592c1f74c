import { looksLikeExpression } from '../definition/expression.js';
import { isJsonList, isJsonObject, type Json } from './json.js';
import { isNumber, numberText } from './source-number.js';

const LONGEST_SHOWN = 40;

/** What a value is, for "…, but X is given": `a list`, `an expression`, `the number 5`, `the text "x"`, `nothing`. */
export function describeJson(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (isJsonList(value)) return 'a list';
  if (looksLikeExpression(value)) return 'an expression';
  if (isJsonObject(value)) return 'a map';
  if (isNumber(value)) return `the number ${numberText(value)}`;
  return typeof value === 'boolean' ? `${value}` : `the text ${shorten(value)}`;
}

function shorten(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}
