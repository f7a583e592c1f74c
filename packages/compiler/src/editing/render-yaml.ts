import {
  EXPRESSION_NAMES,
  isJsonList,
  isJsonObject,
  isJsonScalar,
  isNumber,
  type Json,
  numberText,
} from '@millrace/schema';
import { resolvePlainScalar } from '../read/yaml-scalar.js';
import type { YamlLayout } from './yaml-layout.js';

/** How a text is quoted where it could also stand unquoted. */
export type QuoteStyle = 'plain' | 'single' | 'double';

/** Longer lists of scalars get a line for each. */
const LONGEST_FLAT_LIST = 72;

/** A value in one line. */
export function renderFlow(value: Json, layout: YamlLayout, style: QuoteStyle = 'plain'): string {
  if (isJsonList(value)) return `[${value.map((item) => renderFlow(item, layout)).join(', ')}]`;
  if (!isJsonObject(value)) return renderScalar(value, layout, style);
  const members = Object.entries(value).map(
    ([key, member]) => `${renderKey(key, layout)}: ${renderFlow(member, layout)}`,
  );
  if (members.length === 0) return '{}';
  return layout.isJson ? `{${members.join(', ')}}` : `{ ${members.join(', ')} }`;
}

/** The lines of a map's entry: the first begins with its key, the others carry the indentation below it. */
export function renderEntry(key: string, value: Json, layout: YamlLayout): readonly string[] {
  const name = `${renderKey(key, layout)}:`;
  if (standsInOneLine(value)) return [`${name} ${renderFlow(value, layout)}`];
  return [name, ...indented(renderBlock(value, layout), indentationOf(value, layout))];
}

/** The lines of a list's item: the first begins with its dash. */
export function renderItem(value: Json, layout: YamlLayout): readonly string[] {
  if (standsInOneLine(value)) return [`- ${renderFlow(value, layout)}`];
  const [first = '', ...others] = renderBlock(value, layout);
  return [`- ${first}`, ...indented(others, 2)];
}

/** The lines of a map or list that does not stand in one line. */
export function renderBlock(value: Json, layout: YamlLayout): readonly string[] {
  if (isJsonList(value)) return value.flatMap((item) => renderItem(item, layout));
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, member]) => renderEntry(key, member, layout));
  return [renderFlow(value, layout)];
}

/** Spaces between a key and the map or list below it. */
export function indentationOf(value: Json, { unit, indentsLists }: YamlLayout): number {
  return isJsonList(value) && !indentsLists ? 0 : unit;
}

/** Whether a value stands beside its key. */
export function standsInOneLine(value: Json): boolean {
  if (isJsonScalar(value)) return true;
  if (isJsonList(value)) return value.every(isJsonScalar) && JSON.stringify(value).length <= LONGEST_FLAT_LIST;
  const [only, ...others] = Object.entries(value);
  if (only === undefined) return true;
  return others.length === 0 && EXPRESSION_NAMES.includes(only[0]) && standsInOneLine(only[1]);
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}

function renderKey(key: string, layout: YamlLayout): string {
  return renderScalar(key, layout, 'plain');
}

function renderScalar(value: Json, { isJson }: YamlLayout, style: QuoteStyle): string {
  if (isNumber(value)) return numberText(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isJson || style === 'double') return JSON.stringify(value);
  if (style === 'single' && isOneLine(value)) return `'${value.replaceAll("'", "''")}'`;
  return canBePlain(value) ? value : JSON.stringify(value);
}

/** No character with a meaning in YAML, at the place where it has one; stricter than YAML itself. */
const PLAIN =
  /^[A-Za-z0-9_./<$][A-Za-z0-9_./<>$=@+()*-]*(?::?[A-Za-z0-9_./<>$=@+()*-]+| (?=[A-Za-z0-9_./<>$=@+()-]))*$/;

/** Words and figures that YAML 1.1 reads as something else. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|true|false|null|[\d.:_+-]+)$/i;

function canBePlain(text: string): boolean {
  if (!PLAIN.test(text) || AMBIGUOUS.test(text) || text === '---' || text === '...') return false;
  const resolved = resolvePlainScalar(text);
  return resolved.kind === 'value' && resolved.value === text;
}

function isOneLine(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
