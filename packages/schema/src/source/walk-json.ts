import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, isJsonObject, type Json } from './json.js';

/** Visits a value and everything in it, the outer before the inner, in the order of the document. */
export function walkJson(value: Json, path: Path, visit: (value: Json, path: Path) => void): void {
  visit(value, path);
  if (isJsonList(value)) {
    value.forEach((item, index) => {
      walkJson(item, [...path, index], visit);
    });
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) walkJson(member, [...path, key], visit);
  }
}
