import { z } from 'zod';
import { EXECUTION_VARIABLES } from '../definition/execution-variables.js';
import { parsePropertyPath } from '../definition/reference.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import { isJsonObject, type Json, type JsonObject } from '../source/json.js';
import { isNumber } from '../source/source-number.js';
import { describeValue } from './describe-value.js';
import { parseText, type TextProblem } from './parse-text.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { literal, SpecValue, type ValueForm } from './spec-value.js';
import { valueDiagnostics } from './value-diagnostics.js';

/** Nesting allowed in expressions; deeper ones are a mistake or an attack. */
const DEEPEST_EXPRESSION = 20;

/** Where a value stands while it is parsed. */
interface Spot {
  readonly context: IssueContext;
  /** Path from the value that zod handed over to the part in work. */
  readonly at: Path;
  readonly depth: number;
}

type ExpressionParser = (body: Json | undefined, spot: Spot) => ValueForm | undefined;

/** The value expressions by their key (`DESIGN.md`, section 1). */
const EXPRESSIONS: Readonly<Record<string, ExpressionParser>> = {
  parameter: (body, spot) => withName(body, spot, (name) => ({ kind: 'parameter', name })),
  stepOutput: (body, spot) => withName(body, spot, (name) => parseStepOutput(name, spot)),
  property: (body, spot) => withName(body, spot, (name) => parseProperty(name, spot)),
  execution: (body, spot) => withName(body, spot, (name) => parseExecutionVariable(name, spot)),
  join: parseJoin,
  jsonGet: parseJsonGet,
  propertyFile: (body, spot) => withName(body, spot, (name) => parsePropertyFile(name, spot)),
  literal: parseLiteral,
};

/** The keys of value expressions. */
export const EXPRESSION_NAMES = Object.keys(EXPRESSIONS);

/** Parses a scalar or an expression object; reports what is wrong and gives undefined then. */
export function parseValue(input: Json, context: IssueContext, expected: string): SpecValue | undefined {
  return parseAt(input, { context, at: [], depth: 0 }, expected);
}

function parseAt(input: Json, spot: Spot, expected: string): SpecValue | undefined {
  if (typeof input === 'string') return parseTextAt(input, spot);
  if (typeof input === 'boolean' || isNumber(input)) return literal(input);
  if (isJsonObject(input)) return parseExpression(input, spot, expected);
  reportWrongType(input, spot, expected);
  return undefined;
}

function reportWrongType(input: Json | undefined, { context, at }: Spot, expected: string): void {
  reportIssue(context, specDiagnostics['wrong-type'], { parameters: { expected, given: describeValue(input) }, at });
}

const PROBLEM_DIAGNOSTICS = {
  interpolation: valueDiagnostics['unknown-interpolation'],
  reference: valueDiagnostics['unknown-reference'],
  'env-var': valueDiagnostics['env-var-reference'],
  secret: valueDiagnostics['secret-reference'],
} as const;

function parseTextAt(text: string, spot: Spot): SpecValue | undefined {
  const parsed = parseText(text);
  if ('value' in parsed) return checkVariables(parsed.value, spot) ? parsed.value : undefined;
  reportTextProblem(parsed.problem, spot);
  return undefined;
}

function reportTextProblem({ kind, given, help }: TextProblem, { context, at }: Spot): void {
  reportIssue(context, PROBLEM_DIAGNOSTICS[kind], { parameters: { given, help }, at });
}

function checkVariables(value: SpecValue, spot: Spot): boolean {
  const parts = value.form.kind === 'text' ? value.form.parts : [value];
  return parts.every(
    (part) => part.form.kind !== 'execution' || parseExecutionVariable(part.form.variable, spot) !== undefined,
  );
}

function parseExpression(object: JsonObject, spot: Spot, expected: string): SpecValue | undefined {
  const keys = Object.keys(object);
  const key =
    keys.find((each) => Object.hasOwn(EXPRESSIONS, each)) ?? keys.find((each) => didYouMean(each, EXPRESSION_NAMES));
  if (key === undefined) {
    reportIssue(spot.context, valueDiagnostics['expression-instead-of-value'], {
      parameters: { expected },
      at: spot.at,
    });
    return undefined;
  }
  if (keys.length > 1) {
    reportIssue(spot.context, valueDiagnostics['ambiguous-expression'], { parameters: { keys }, at: spot.at });
    return undefined;
  }
  return parseSingleKey(key, object[key], spot);
}

function parseSingleKey(key: string, body: Json | undefined, spot: Spot): SpecValue | undefined {
  const parse = Object.hasOwn(EXPRESSIONS, key) ? EXPRESSIONS[key] : undefined;
  const at = [...spot.at, key];
  if (parse === undefined) {
    const place = { target: 'key' } as const;
    reportIssue(spot.context, valueDiagnostics['unknown-expression'], {
      parameters: { key, allowed: EXPRESSION_NAMES },
      at,
      place,
    });
    return undefined;
  }
  const form = parse(body, { ...spot, at, depth: spot.depth + 1 });
  return form === undefined ? undefined : new SpecValue(form, key === 'jsonGet' ? [key, 'step'] : [key]);
}

function withName(
  body: Json | undefined,
  spot: Spot,
  make: (name: string) => ValueForm | undefined,
): ValueForm | undefined {
  if (typeof body === 'string' && body !== '') return make(body);
  reportWrongType(body, spot, 'a name');
  return undefined;
}

/** Parses `STEP.OUTPUT`, split at the first dot as MDAA does. */
function parseStepOutput(text: string, { context, at }: Spot): ValueForm | undefined {
  const dot = text.indexOf('.');
  if (dot > 0 && dot < text.length - 1)
    return { kind: 'output', step: text.slice(0, dot), output: text.slice(dot + 1) };
  reportIssue(context, valueDiagnostics['malformed-step-output'], { parameters: { given: text }, at });
  return undefined;
}

/** Parses `STEP.FILE`: names of property files may hold no dot. */
function parsePropertyFile(text: string, { context, at }: Spot): ValueForm | undefined {
  const [, step, file] = /^([^.]+)\.(.+)$/s.exec(text) ?? [];
  if (step !== undefined && file !== undefined) return { kind: 'propertyFile', step, file };
  reportIssue(context, valueDiagnostics['malformed-property-file'], { parameters: { given: text }, at });
  return undefined;
}

function parseProperty(text: string, { context, at }: Spot): ValueForm | undefined {
  const [, step, tail] = /^([A-Za-z0-9\-_]+)([.[].+)$/s.exec(text.replace(/^Steps\./, '')) ?? [];
  const path = tail === undefined ? undefined : parsePropertyPath(tail);
  if (step !== undefined && path !== undefined) return { kind: 'property', step, path };
  reportIssue(context, valueDiagnostics['malformed-property'], { parameters: { given: text }, at });
  return undefined;
}

function parseExecutionVariable(variable: string, { context, at }: Spot): ValueForm | undefined {
  if (EXECUTION_VARIABLES.some((each) => each === variable)) return { kind: 'execution', variable };
  const parameters = { given: variable, allowed: EXECUTION_VARIABLES };
  reportIssue(context, valueDiagnostics['unknown-execution-variable'], { parameters, at });
  return undefined;
}

function parseLiteral(body: Json | undefined, spot: Spot): ValueForm | undefined {
  if (typeof body === 'string' || typeof body === 'boolean' || isNumber(body)) return { kind: 'literal', value: body };
  reportWrongType(body, spot, 'text, a number, true or false');
  return undefined;
}

/** `join: [a, b]` puts parts together; `join: { on: "/", values: [a, b] }` with a separator. */
function parseJoin(body: Json | undefined, spot: Spot): ValueForm | undefined {
  if (spot.depth > DEEPEST_EXPRESSION) {
    reportIssue(spot.context, specDiagnostics['out-of-range'], {
      parameters: {
        what: 'the nesting of expressions',
        given: `${spot.depth}`,
        range: `at most ${DEEPEST_EXPRESSION}`,
      },
      at: spot.at,
    });
    return undefined;
  }
  if (Array.isArray(body)) return parseJoinValues(body, '', spot);
  const parts = JOIN_MEMBERS.safeParse(body);
  if (parts.success) return parseJoinValues(parts.data.values, parts.data.on, { ...spot, at: [...spot.at, 'values'] });
  reportWrongType(body, spot, 'a list of values, or { on: "/", values: [...] }');
  return undefined;
}

const JOIN_MEMBERS = z.strictObject({ on: z.string().default(''), values: z.array(z.custom<Json>()) });

function parseJoinValues(values: readonly Json[], on: string, spot: Spot): ValueForm | undefined {
  if (values.length === 0) {
    reportWrongType(values, spot, 'at least one value');
    return undefined;
  }
  const parsed = values.map((value, index) =>
    relocate(parseAt(value, { ...spot, at: [...spot.at, index] }, 'a value'), spot, index),
  );
  return parsed.every((value) => value !== undefined) ? { kind: 'join', on, values: parsed } : undefined;
}

// Inner values keep the way from the whole value to their name, so that references point at the right item.
function relocate(value: SpecValue | undefined, { at }: Spot, index: number): SpecValue | undefined {
  return value === undefined ? undefined : new SpecValue(value.form, [...at, index, ...value.at]);
}

const JSON_GET_MEMBERS = z.strictObject({
  step: z.string().min(1),
  propertyFile: z.string().min(1),
  path: z.string().min(1),
});

function parseJsonGet(body: Json | undefined, spot: Spot): ValueForm | undefined {
  const members = JSON_GET_MEMBERS.safeParse(body);
  if (members.success) {
    const { step, propertyFile: file, path: jsonPath } = members.data;
    return {
      kind: 'jsonGet',
      step,
      file,
      jsonPath,
      fileAt: [...spot.at, 'propertyFile'],
      pathAt: [...spot.at, 'path'],
    };
  }
  reportWrongType(body, spot, '{ step: STEP, propertyFile: NAME, path: metrics.auc }');
  return undefined;
}
