import { z } from 'zod';
import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { didYouMean } from '../../diagnostics/did-you-mean.js';
import { isJsonObject, type Json, type JsonObject } from '../../source/json.js';
import { authorObject } from '../../spec/author-object.js';
import { describeValue } from '../../spec/describe-value.js';
import { forwardIssues, type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { MEMBERSHIP_OPERATORS, SpecCondition } from '../../spec/spec-condition.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { comparison, membership, toComparison, toMembership } from './comparison.js';

/** Messages on combinations of conditions. */
export const conditionDiagnostics = defineDiagnostics('spec', {
  'unknown-combination': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R54'],
    message: (p: { key: string; meant: string }) => `"${p.key}" is no combination of conditions`,
    help: (p) => `write "${p.meant}"`,
    explanation:
      'Conditions are combined with all (every one holds), any (at least one holds) and not (it does not hold). Combinations may hold combinations.',
  },
  'conditions-too-deep': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { atMost: number }) => `conditions are nested more than ${p.atMost} deep here`,
    help: () => 'let a Processing step decide and write one figure, or combine conditions in fewer levels',
    explanation:
      'Conditions inside conditions are read to a fixed depth, so that a mistake or an attack cannot exhaust the machine. Nobody can follow twenty levels of all, any and not.',
  },
});

/** Nesting allowed in conditions; as deep as in value expressions. */
const DEEPEST_CONDITION = 20;

const COMBINATIONS = ['all', 'any', 'not'] as const;

/** What people write for the combinations who know them by other names. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  and: 'all',
  allof: 'all',
  or: 'any',
  anyof: 'any',
  none: 'not',
};

/** The condition at a depth: which keys are there decides which schema it must satisfy. */
function conditionAt(depth: number): z.ZodType<SpecCondition> {
  return z
    .unknown()
    .meta({ $ref: '#/$defs/Condition' })
    .transform((input, context): SpecCondition => {
      // Every value that reaches a spec schema was read as JSON.
      const condition = dispatch(input as Json, depth, context);
      return condition ?? z.NEVER;
    });
}

/** A condition of a Condition step: a comparison, or `all`, `any` and `not` around others. */
export const condition = conditionAt(1);

function dispatch(input: Json, depth: number, context: IssueContext): SpecCondition | undefined {
  if (!isJsonObject(input)) {
    const parameters = { expected: 'a condition (a map)', given: describeValue(input) };
    reportIssue(context, specDiagnostics['wrong-type'], { parameters });
    return undefined;
  }
  if (depth > DEEPEST_CONDITION) {
    reportIssue(context, conditionDiagnostics['conditions-too-deep'], { parameters: { atMost: DEEPEST_CONDITION } });
    return undefined;
  }
  const given = COMBINATIONS.filter((each) => input[each] !== undefined);
  if (given.length > 0) return parseCombination(input, { given, depth }, context);
  const unknown = misspeltCombination(input);
  if (unknown === undefined) return parseLeaf(input, context);
  reportIssue(context, conditionDiagnostics['unknown-combination'], {
    parameters: unknown,
    at: [unknown.key],
    place: { target: 'key' },
  });
  return undefined;
}

function misspeltCombination(input: JsonObject): { key: string; meant: string } | undefined {
  const [key, ...others] = Object.keys(input);
  if (key === undefined || others.length > 0) return undefined;
  const meant = OTHER_NAMES[key.toLowerCase()] ?? didYouMean(key, COMBINATIONS);
  return meant === undefined ? undefined : { key, meant };
}

function parseLeaf(input: JsonObject, context: IssueContext): SpecCondition | undefined {
  const isMembership =
    MEMBERSHIP_OPERATORS.some((each) => each === input['operator']) ||
    input['in'] !== undefined ||
    input['values'] !== undefined;
  return isMembership
    ? take(membership.transform(toMembership), input, context)
    : take(comparison.transform(toComparison), input, context);
}

type Combination = (typeof COMBINATIONS)[number];

function parseCombination(
  input: JsonObject,
  { given, depth }: { given: readonly Combination[]; depth: number },
  context: IssueContext,
): SpecCondition | undefined {
  const [kind, ...others] = given;
  if (kind === undefined || others.length > 0) {
    const parameters = { what: 'a combination of conditions', keys: COMBINATIONS, given };
    reportIssue(context, specDiagnostics['exactly-one'], { parameters });
    return undefined;
  }
  const inner = conditionAt(depth + 1);
  if (kind === 'not') {
    const parsed = take(authorObject({ not: inner }), input, context);
    return parsed && new SpecCondition({ kind, condition: parsed.not });
  }
  const conditions = take(authorObject({ [kind]: z.array(inner).min(1) }), input, context)?.[kind];
  return conditions && new SpecCondition({ kind, conditions });
}

function take<T>(schema: z.ZodType<T>, input: Json, context: IssueContext): T | undefined {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  forwardIssues(context, parsed.error.issues);
  return undefined;
}
