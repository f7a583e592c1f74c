import { z } from 'zod';
import { looksLikeExpression } from '../definition/expression.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, isJsonObject, type Json, type JsonObject, objectFromEntries } from '../source/json.js';
import { describeValue } from './describe-value.js';
import { EXPRESSION_NAMES, parseValue } from './parse-value.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';
import type { SpecValue } from './spec-value.js';

/** JSON that goes into the definition as it is: an expression of SageMaker, or what the author marked as literal. */
export class VerbatimValue {
  constructor(
    readonly json: Json,
    /** From the place of the value to the JSON. */
    readonly at: Path = [],
  ) {}
}

/** A value in AWS's words whose scalars may be expressions of the author; null takes a member out. */
export type ArgumentValue = SpecValue | VerbatimValue | null | readonly ArgumentValue[] | ArgumentMap;

/** Members in AWS's words. */
export interface ArgumentMap {
  readonly [member: string]: ArgumentValue;
}

/** What an author is told who gives no map. */
interface MembersWanted {
  /** `a map of members of Arguments in AWS's words` */
  readonly expected: string;
  readonly help?: string;
}

/**
 * A map of members in AWS's words. A map with exactly one key that names a value expression is that expression, because
 * AWS has no such members; `literal` keeps any other map with such a key.
 */
export function awsMembers({ expected, help }: MembersWanted) {
  return z
    .unknown()
    .meta({ type: 'object' })
    .transform((input, context): ArgumentMap => {
      // Every value that reaches a spec schema was read as JSON.
      const json = input as Json;
      if (isJsonObject(json)) return parseMembers(json, [], context);
      const parameters = { expected, given: describeValue(input), help };
      reportIssue(context, specDiagnostics['wrong-type'], { parameters });
      return z.NEVER;
    });
}

/** `arguments:` of a step: members of `Arguments` in AWS's words. */
export const argumentsSetting = awsMembers({
  expected: "a map of members of Arguments in AWS's words",
  help: 'arguments of a script belong into the body of the step',
});

function parseMembers(map: JsonObject, at: Path, context: IssueContext): ArgumentMap {
  return objectFromEntries(
    Object.entries(map).map(([key, value]) => [key, parseArgument(value, [...at, key], context)] as const),
  );
}

function parseArgument(value: Json, at: Path, context: IssueContext): ArgumentValue {
  if (value === null) return null;
  if (isJsonList(value)) return value.map((item, index) => parseArgument(item, [...at, index], context));
  if (!isJsonObject(value)) return parseScalar(value, at, context);
  if (looksLikeExpression(value)) return new VerbatimValue(value);
  const [only, ...others] = Object.keys(value);
  if (only === undefined || others.length > 0 || !EXPRESSION_NAMES.includes(only))
    return parseMembers(value, at, context);
  const inside = value[only];
  const verbatim = only === 'literal' && (isJsonObject(inside) || isJsonList(inside));
  return verbatim ? new VerbatimValue(inside, [only]) : parseScalar(value, at, context);
}

function parseScalar(value: Json, at: Path, context: IssueContext): ArgumentValue {
  const here: IssueContext = {
    addIssue: (issue) => context.addIssue({ ...issue, path: [...at, ...(issue.path ?? [])] }),
  };
  return parseValue(value, here, 'a value') ?? null;
}
