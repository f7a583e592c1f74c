import {
  asExpression,
  deployValueNameOf,
  isJsonList,
  isJsonObject,
  isNumber,
  type Json,
  numberOf,
  objectFromEntries,
  parseReference,
} from '@millrace/schema';

/** A value of a definition in the words of a spec; undefined for what a spec cannot say. */
export function authorValue(value: Json): Json | undefined {
  if (typeof value === 'string') return isPlainText(value) ? value : { literal: value };
  const expression = asExpression(value);
  if (expression?.kind === 'get') return readInSpec(expression.reference);
  if (expression?.kind === 'join') return joinInSpec(expression.on, expression.values);
  if (expression?.kind === 'deployValue') return placeholderOf(value);
  if (expression?.kind === 'text') return textInSpec(expression.parts);
  if (expression !== undefined) return undefined;
  if (isJsonList(value)) return allOf(value.map(authorValue));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, authorValue(member)] as const);
  return members.every(isGiven) ? objectFromEntries(members) : undefined;
}

/** `86400` as `1d`; numbers that are no whole minutes stay numbers of seconds. */
export function timeSpanOf(value: Json): Json | undefined {
  if (!isNumber(value)) return authorValue(value);
  const seconds = numberOf(value);
  const [, unit, length] = SPANS.find(([, , each]) => seconds > 0 && seconds % each === 0) ?? [];
  return length === undefined ? seconds : `${seconds / length}${unit}`;
}

const SPANS = [
  ['days', 'd', 86_400],
  ['hours', 'h', 3600],
  ['minutes', 'm', 60],
] as const;

/** `P30D` as `30d`; durations of several parts stay in SageMaker's notation. */
export function shortDuration(text: string): string {
  const [, days, hours, minutes] = /^P(?:(\d{1,5})D|T(?:(\d{1,5})H|(\d{1,5})M))$/.exec(text) ?? [];
  if (days !== undefined) return `${days}d`;
  if (hours !== undefined) return `${hours}h`;
  return minutes === undefined ? text : `${minutes}m`;
}

function isGiven(entry: readonly [string, Json | undefined]): entry is readonly [string, Json] {
  return entry[1] !== undefined;
}

function isPlainText(text: string): boolean {
  return !/\$\{|\{\{|<default_bucket>|^ssm(-org|-domain|-env)?:/.test(text);
}

function allOf(values: readonly (Json | undefined)[]): Json | undefined {
  return values.every((each) => each !== undefined) ? values : undefined;
}

function readInSpec(reference: Json): Json | undefined {
  const read = typeof reference === 'string' ? parseReference(reference) : undefined;
  if (read?.kind === 'parameter') return { parameter: read.name };
  return read?.kind === 'execution' ? { execution: read.variable } : undefined;
}

function joinInSpec(on: Json, values: Json): Json | undefined {
  const parts = isJsonList(values) ? allOf(values.map(authorValue)) : undefined;
  if (parts === undefined) return undefined;
  return { join: on === '' ? parts : { on, values: parts } };
}

/** MDAA's placeholders, by the deploy value that each stands for. */
const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ['environment', '{{env}}'],
  ['bucket', '<default_bucket>'],
  ...['partition', 'region', 'account', 'org', 'domain', 'module_name'].map((name) => [name, `{{${name}}}`] as const),
]);

function placeholderOf(value: Json): string | undefined {
  const name = deployValueNameOf(value) ?? '';
  if (name.startsWith('ssm:')) return name;
  return name.startsWith('context:') ? `{{${name}}}` : PLACEHOLDERS.get(name);
}

function textInSpec(parts: readonly Json[]): Json | undefined {
  const texts = parts.map((part) => (typeof part === 'string' && isPlainText(part) ? part : placeholderOf(part)));
  return texts.every((text) => text !== undefined && !text.startsWith('ssm:')) ? texts.join('') : undefined;
}
