import { isJsonList, isJsonObject, type Json, type JsonObject } from './json.js';
import { SourceNumber } from './source-number.js';

/** How JSON is printed. */
export interface WriteJsonOptions {
  /** In one line, without a line break at its end. Otherwise two spaces of indentation. */
  readonly compact?: boolean;
  /** Writes a value in a form of its own; undefined for all values that are written as usual. */
  readonly write?: (value: Json) => string | undefined;
}

/**
 * Prints JSON; object keys keep their order, numbers their source text. The same value always gives the same bytes.
 */
export function writeJson(json: Json, options: WriteJsonOptions = {}): string {
  const text = new JsonWriter(options).value(json, '');
  return options.compact ? text : `${text}\n`;
}

const INDENT = '  ';

class JsonWriter {
  constructor(readonly options: WriteJsonOptions) {}

  value(json: Json, indent: string): string {
    const own = this.options.write?.(json);
    if (own !== undefined) return own;
    if (json instanceof SourceNumber) return json.text;
    if (isJsonList(json)) return this.#items('[]', indent, this.#elements(json, indent + INDENT));
    if (isJsonObject(json)) return this.#items('{}', indent, this.#entries(json, indent + INDENT));
    return JSON.stringify(json);
  }

  #elements(list: readonly Json[], indent: string): string[] {
    return list.map((item) => this.value(item, indent));
  }

  #entries(object: JsonObject, indent: string): string[] {
    const colon = this.options.compact ? ':' : ': ';
    return Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}${colon}${this.value(value, indent)}`);
  }

  #items(brackets: '[]' | '{}', indent: string, items: readonly string[]): string {
    if (this.options.compact || items.length === 0) return `${brackets[0]}${items.join(',')}${brackets[1]}`;
    const inner = items.map((item) => `\n${indent}${INDENT}${item}`).join(',');
    return `${brackets[0]}${inner}\n${indent}${brackets[1]}`;
  }
}
