import { numberText, SourceNumber } from '@millrace/schema';

/** A number for a slot that AWS types Float: 1 is printed as 1.0. */
export function withPoint(value: number | SourceNumber): SourceNumber {
  const text = numberText(value);
  return new SourceNumber(/^-?\d+$/.test(text) ? `${text}.0` : text);
}
