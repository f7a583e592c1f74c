import { z } from 'zod';
import { PARAMETER_TYPES, type ParameterType } from '../definition/pipeline-definition.js';
import { isNumber, numberOf, SourceNumber } from '../source/source-number.js';
import { authorObject } from './author-object.js';
import { describeValue, shorten } from './describe-value.js';
import { literalOnly, literalText } from './literal-only.js';
import { parameterName } from './names.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { scalar, stringified, textOfLiteral } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';
import type { LiteralValue } from './spec-value.js';
import { hasForm } from './text-checks.js';

/** A pipeline parameter after validation: the default has the parameter's type. */
export interface SpecParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly defaultValue?: LiteralValue;
  readonly enumValues?: readonly string[];
  readonly description?: string;
}

/** Longest default of a String parameter (developer guide; the published schema says 4096). */
const LONGEST_DEFAULT = 2048;
const MOST_ENUM_VALUES = 16;

const writtenParameter = authorObject({
  name: parameterName.describe('Name, unique in the pipeline.'),
  type: z.enum(PARAMETER_TYPES).describe('Type of the value.'),
  defaultValue: literalOnly(scalar())
    .optional()
    .describe('Value where an execution gives none. Without it every execution must give one.'),
  enumValues: z
    .array(literalText(stringified()))
    .optional()
    .describe('Allowed values, for String parameters: 1 to 16.'),
  description: literalText(stringified(hasForm({ what: 'the description', longest: 4096 })))
    .optional()
    .describe('What the parameter is for.'),
});

type WrittenParameter = z.output<typeof writtenParameter>;

/** Parses a parameter; its default is converted to the parameter's type, as in MDAA, but never guessed. */
export const specParameter = writtenParameter.transform((written, context): SpecParameter => {
  const { defaultValue, enumValues, description, ...rest } = written;
  const converted = defaultValue === undefined ? undefined : convertDefault(written, defaultValue, context);
  if (enumValues !== undefined) checkEnum({ ...written, defaultValue: converted }, enumValues, context);
  return {
    ...rest,
    ...(converted === undefined ? {} : { defaultValue: converted }),
    ...(enumValues === undefined ? {} : { enumValues }),
    ...(description === undefined ? {} : { description }),
  };
});

const CONVERSIONS: Readonly<
  Record<ParameterType, (value: LiteralValue, context: IssueContext) => LiteralValue | undefined>
> = {
  String: toDefaultText,
  Integer: toInteger,
  Float: (value) => toNumber(value, /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/),
  Boolean: toBoolean,
};

const ALLOWED_DEFAULTS: Readonly<Record<ParameterType, string>> = {
  String: 'text',
  Integer: 'a whole number within 2^53, beyond which readers of JSON round',
  Float: 'a number',
  Boolean: 'true or false',
};

function convertDefault(
  { name, type }: WrittenParameter,
  value: LiteralValue,
  context: IssueContext,
): LiteralValue | undefined {
  const converted = CONVERSIONS[type](value, context);
  // What is wrong with a text was told where it was measured.
  if (converted !== undefined || type === 'String') return converted;
  reportIssue(context, specDiagnostics['parameter-default'], {
    parameters: { name, type, given: describeValue(value), allowed: ALLOWED_DEFAULTS[type] },
    at: ['defaultValue'],
  });
  return undefined;
}

function toDefaultText(value: LiteralValue, context: IssueContext): string | undefined {
  const inDefault: IssueContext = {
    addIssue: (issue) => context.addIssue({ ...issue, path: ['defaultValue', ...(issue.path ?? [])] }),
  };
  const text = textOfLiteral(value, inDefault);
  if (text !== undefined) fitsDefault(text, inDefault);
  return text;
}

const fitsDefault = hasForm({ what: 'the default', longest: LONGEST_DEFAULT });

function toInteger(value: LiteralValue): LiteralValue | undefined {
  const number = toNumber(value, /^[-+]?\d+$/);
  return isNumber(number) && Number.isSafeInteger(numberOf(number)) ? number : undefined;
}

function toNumber(value: LiteralValue, form: RegExp): LiteralValue | undefined {
  if (isNumber(value)) return form.test(value instanceof SourceNumber ? value.text : String(value)) ? value : undefined;
  if (typeof value !== 'string' || !form.test(value.trim())) return undefined;
  const text = value.trim();
  if (!Number.isFinite(Number(text))) return undefined;
  return new SourceNumber(
    /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? text : JSON.stringify(numberOf(Number(text))),
  );
}

function toBoolean(value: LiteralValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function checkEnum(
  { name, type, defaultValue }: WrittenParameter,
  values: readonly string[],
  context: IssueContext,
): void {
  const problem = enumProblem(type, values) ?? defaultProblem(name, values, defaultValue);
  if (problem !== undefined)
    reportIssue(context, specDiagnostics['parameter-enum'], { parameters: { problem }, at: ['enumValues'] });
}

function enumProblem(type: ParameterType, values: readonly string[]): string | undefined {
  if (type !== 'String') return `enumValues are for String parameters, and this is ${type}`;
  if (values.length === 0 || values.length > MOST_ENUM_VALUES)
    return `${values.length} enumValues are given; allowed are 1 to ${MOST_ENUM_VALUES}`;
  return new Set(values).size === values.length ? undefined : 'the same value stands twice in enumValues';
}

function defaultProblem(
  name: string,
  values: readonly string[],
  defaultValue: LiteralValue | undefined,
): string | undefined {
  // A default of another type is told already.
  if (typeof defaultValue !== 'string' || values.includes(defaultValue)) return undefined;
  return `the default "${shorten(defaultValue)}" of parameter "${name}" is not among its enumValues`;
}
