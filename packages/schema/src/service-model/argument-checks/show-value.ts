import { isJsonList, isJsonObject, type Json } from '../../source/json.js';
import { isNumber, numberText } from '../../source/source-number.js';

const LONGEST_SHOWN = 80;

/** A JSON value in a few words: text and numbers themselves, the rest by its kind. */
export function showValue(value: Json): string {
  if (typeof value === 'string') return showText(value);
  if (isNumber(value)) return numberText(value);
  if (isJsonList(value)) return 'a list';
  if (isJsonObject(value)) return 'an object';
  return String(value);
}

function showText(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}
