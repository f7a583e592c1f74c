import { isJsonScalar, isNumber, type Json, numberText, TEXT_KEY, textPartsOf } from '@millrace/schema';

/**
 * The symbolic value of a text of parts: plain text where all of them are known, the one deploy value that it is, or a text
 * with deploy values in it. Absent parts count as empty.
 */
export function symbolicText(parts: readonly Json[]): Json {
  const merged: Json[] = [];
  for (const part of parts.flatMap((each) => textPartsOf(each) ?? [each])) {
    const text = literalTextOf(part);
    const last = merged.at(-1);
    if (text === undefined) merged.push(part);
    else if (typeof last === 'string') merged[merged.length - 1] = last + text;
    else if (text !== '') merged.push(text);
  }
  const [only = ''] = merged;
  return merged.length > 1 ? { [TEXT_KEY]: merged } : only;
}

function literalTextOf(part: Json): string | undefined {
  if (part === null) return '';
  if (isNumber(part)) return numberText(part);
  return isJsonScalar(part) ? String(part) : undefined;
}
