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
  if (isJsonList(json)) return writeItems('[]', indent, writeElements(json, indent + INDENT));
  if (isJsonObject(json)) return writeItems('{}', indent, writeEntries(json, indent + INDENT));
  return JSON.stringify(json);
}

function writeElements(list: readonly Json[], indent: string): string[] {
  return list.map((item) => writeValue(item, indent));
}

function writeEntries(object: JsonObject, indent: string): string[] {
  return Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}: ${writeValue(value, indent)}`);
}

function writeItems(brackets: '[]' | '{}', indent: string, items: readonly string[]): string {
  if (items.length === 0) return brackets;
  const inner = items.map((item) => `\n${indent}${INDENT}${item}`).join(',');
  return `${brackets[0]}${inner}\n${indent}${brackets[1]}`;
}
