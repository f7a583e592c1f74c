import type { PlainJson, PlainJsonObject, parsePropertyPath } from '@millrace/schema';

/**
 * Follows the `Path` of a `Std:JsonGet`: JSONPath without `$`, as `metrics.auc`, `Output[1]`, `['a.b']`.
 * Undefined when the path leads to nothing; `'malformed'` is told apart by {@link isJsonPath}.
 */
export function readJsonPath(document: PlainJson, path: string): PlainJson | undefined {
  let value: PlainJson | undefined = document;
  for (const segment of parseJsonPath(path) ?? []) {
    if (typeof value !== 'object' || value === null) return undefined;
    if ('index' in segment) value = Array.isArray(value) ? value[segment.index] : undefined;
    else if (Array.isArray(value)) return undefined;
    else value = member(value as PlainJsonObject, 'key' in segment ? segment.key : segment.member);
  }
  return value;
}

/** True when the text can be read as such a path. */
export function isJsonPath(path: string): boolean {
  return path !== '' && parseJsonPath(path) !== undefined;
}

function member(object: PlainJsonObject, key: string): PlainJson | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

// A member of a JSON document may hold characters that members of AWS's responses never have.
const SEGMENT = /\.?([^.[\]'"]+)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** The segments of such a path; undefined when it is malformed. */
export function parseJsonPath(path: string): NonNullable<ReturnType<typeof parsePropertyPath>> | undefined {
  const text = path.replace(/^\$\.?/, '');
  const segments: ({ member: string } | { index: number } | { key: string })[] = [];
  SEGMENT.lastIndex = 0;
  while (SEGMENT.lastIndex < text.length) {
    const match = SEGMENT.exec(text);
    if (match === null) return undefined;
    const [, name, index, single, double] = match;
    if (name !== undefined) segments.push({ member: name });
    else if (index !== undefined) segments.push({ index: Number(index) });
    else segments.push({ key: (single ?? double ?? '').replace(/\\(.)/g, '$1') });
  }
  return segments;
}
