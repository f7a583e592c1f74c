import { isJsonList, isJsonObject, type Json, type JsonObject } from './json.js';
import { SourceNumber } from './source-number.js';

/**
 * Prints JSON with two spaces of indentation; object keys keep their order, numbers their source text.
 * The same value always gives the same bytes.
 */
export function writeJson(json: Json): string {
  return `${writeValue(json, '')}\n`;
}

const INDENT = '  ';

function writeValue(json: Json, indent: string): string {
  if (json instanceof SourceNumber) return json.text;
  if (isJsonList(json)) return writeItems('[', ']', json.map((item) => writeValue(item, indent + INDENT)), indent);
  if (isJsonObject(json)) return writeItems('{', '}', writeEntries(json, indent + INDENT), indent);
  return JSON.stringify(json);
}

function writeEntries(object: JsonObject, indent: string): string[] {
  return Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}: ${writeValue(value, indent)}`);
}

function writeItems(open: string, close: string, items: readonly string[], indent: string): string {
  if (items.length === 0) return open + close;
  const inner = items.map((item) => `\n${indent}${INDENT}${item}`).join(',');
  return `${open}${inner}\n${indent}${close}`;
}
