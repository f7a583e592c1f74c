import { SourceNumber } from '@millrace/schema';

/** What an unquoted word of YAML 1.2 (core schema) stands for; `infinite` for numbers that JSON does not have. */
export type PlainScalar =
  | { readonly kind: 'value'; readonly value: string | boolean | null | SourceNumber }
  | { readonly kind: 'infinite' };

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

const INFINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const DECIMAL = /^([-+]?)(\d*)(\.\d*)?([eE][-+]?\d+)?$/;
const OCTAL_OR_HEXADECIMAL = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;

/** Resolves an unquoted word. Words of YAML 1.1 (`yes`, `on`, `1_000`) are texts. */
export function resolvePlainScalar(written: string): PlainScalar {
  const constant = CONSTANTS.get(written);
  if (constant !== undefined) return { kind: 'value', value: constant };
  if (INFINITE.test(written)) return { kind: 'infinite' };
  const text = numberInJson(written);
  if (text === undefined) return { kind: 'value', value: written };
  return Number.isFinite(Number(text))
    ? { kind: 'value', value: new SourceNumber(text, written) }
    : { kind: 'infinite' };
}

function numberInJson(written: string): string | undefined {
  if (OCTAL_OR_HEXADECIMAL.test(written)) return decimalOf(written);
  const match = DECIMAL.exec(written);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = ''] = match;
  if (whole === '' && fraction.length < 2) return undefined;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  // "1." is a float without decimals; JSON needs one.
  const decimals = fraction === '.' ? '.0' : fraction;
  return `${sign === '-' ? '-' : ''}${digits}${decimals}${exponent}`;
}

// The largest 64-bit float has 256 hexadecimal digits and 342 octal ones; converting more would only cost time.
const MOST_DIGITS = 400;

function decimalOf(written: string): string {
  return written.length > MOST_DIGITS ? '1e999' : BigInt(written).toString();
}
