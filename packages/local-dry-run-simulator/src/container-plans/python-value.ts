import type { PlainJson, PlainJsonObject } from '@millrace/schema';

/** A hyperparameter as Python sees it after `json.loads`: JSON, or the raw text where that is no JSON. */
export type PythonValue =
  | { readonly kind: 'json'; readonly value: PlainJson; readonly float?: string }
  | { readonly kind: 'text'; readonly text: string };

const FLOAT = /^-?\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)$/;
const INTEGER = /^-?(?:0|[1-9]\d*)$/;

/** Reads a hyperparameter as SageMaker's training toolkit does. */
export function readHyperparameter(text: string): PythonValue {
  const trimmed = text.trim();
  // Python's integers have no limit; as text they stay exact.
  if (INTEGER.test(trimmed)) return { kind: 'json', value: Number(trimmed), float: trimmed };
  if (FLOAT.test(trimmed)) return { kind: 'json', value: Number(trimmed), float: floatRepr(Number(trimmed)) };
  try {
    // JSON.parse returns any; what it reads is JSON.
    return { kind: 'json', value: JSON.parse(text) as PlainJson };
  } catch {
    return { kind: 'text', text };
  }
}

/** `str(value)` of Python, as hyperparameters become command-line arguments. */
export function pythonText(value: PythonValue): string {
  if (value.kind === 'text') return value.text;
  if (value.float !== undefined) return value.float;
  if (value.value === null) return '';
  if (typeof value.value === 'string') return value.value;
  if (typeof value.value !== 'object' || Array.isArray(value.value)) return repr(value.value);
  // Neither scalar nor list: an object, which the toolkit writes as k=v pairs.
  return Object.entries(value.value as PlainJsonObject)
    .sort(byKey)
    .map(([key, each]) => `${key}=${typeof each === 'string' ? each : repr(each)}`)
    .join(',');
}

/** `json.dumps(value, sort_keys=True, separators=(",", ":"))` of Python; texts stay as they are. */
export function pythonEnvironmentText(value: PythonValue): string {
  if (value.kind === 'text') return value.text;
  if (value.value === null) return '';
  return typeof value.value === 'string' ? value.value : pythonJson(value);
}

/** JSON of the value as Python prints it, texts quoted. */
export function pythonJson(value: PythonValue): string {
  if (value.kind === 'text') return asciiJson(value.text);
  return value.float ?? compactJson(value.value);
}

/** Compact JSON with sorted keys and escaped non-ASCII characters, as the toolkit writes environment variables. */
export function compactJson(value: PlainJson): string {
  if (Array.isArray(value)) return `[${value.map(compactJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return asciiJson(value as Exclude<PlainJson, object>);
  // Not a list: Array.isArray does not narrow readonly arrays away.
  const entries = Object.entries(value as PlainJsonObject).sort(byKey);
  return `{${entries.map(([key, each]) => `${asciiJson(key)}:${compactJson(each)}`).join(',')}}`;
}

function asciiJson(value: string | number | boolean | null): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function repr(value: PlainJson): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null) return 'None';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatRepr(value);
  if (typeof value === 'string')
    return value.includes("'") && !value.includes('"') ? `"${value}"` : `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  return `{${Object.entries(value as PlainJsonObject)
    .map(([key, each]) => `${repr(key)}: ${repr(each)}`)
    .join(', ')}}`;
}

// Python writes 1e-07 and 1e+16 where JavaScript writes 1e-7 and 10000000000000000, and 0.00001 as 1e-05.
function floatRepr(value: number): string {
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -4 && exponent < 16) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  return `${mantissa}e${power.slice(0, 1)}${power.slice(1).padStart(2, '0')}`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
