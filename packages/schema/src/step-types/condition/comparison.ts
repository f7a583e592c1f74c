import { z } from 'zod';
import { acrossKeys, type Unchecked } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { missingKey } from '../../spec/missing-key.js';
import { nameOfOther } from '../../spec/names.js';
import { placeValue } from '../../spec/place-value.js';
import type { IssueContext, PendingDiagnostic } from '../../spec/report-issue.js';
import { numberOrScalar, scalar } from '../../spec/slots.js';
import {
  COMPARISON_OPERATORS,
  type ComparisonOperator,
  MEMBERSHIP_OPERATORS,
  type MembershipOperator,
  SpecCondition,
} from '../../spec/spec-condition.js';
import { SpecValue, withDeployValueType } from '../../spec/spec-value.js';

/** MDAA's way to name a value in a property file. */
const FILE_KEYS = ['stepName', 'propertyFile', 'jsonPath'] as const;

const query = {
  left: scalar().optional().describe('What is compared: a parameter, a property of a step, or another expression.'),
  stepName: nameOfOther
    .optional()
    .describe('In place of left: the Processing step that declares the property file to read.'),
  propertyFile: nameOfOther.optional().describe('Name of the property file.'),
  jsonPath: nameOfOther.optional().describe('Path of the value in the file, without $: metrics.auc.'),
};

interface Query {
  readonly left?: SpecValue | undefined;
  readonly stepName?: string | undefined;
  readonly propertyFile?: string | undefined;
  readonly jsonPath?: string | undefined;
}

/** Exactly one of `left` and the three keys of a property file. */
function checkQuery(written: Unchecked, context: IssueContext): void {
  const given = FILE_KEYS.filter((key) => written[key] !== undefined);
  if (given.length === 0) chooseOne(written, { what: 'a comparison', keys: ['left', 'stepName'] }, context);
  else if (written['left'] !== undefined)
    chooseOne({ left: true, [given[0] ?? '']: true }, { what: 'a comparison', keys: ['left', ...given] }, context);
  else for (const key of FILE_KEYS) if (!given.includes(key)) reportMissing(key, context);
}

function reportMissing(key: string, context: IssueContext): void {
  const pending: PendingDiagnostic = (path) => missingKey(path);
  context.addIssue({ code: 'custom', message: 'missing', path: [key], params: { pending } });
}

// The check across keys leaves either `left` or all three keys of a property file.
function queryOf({ left, stepName: step = '', propertyFile: file = '', jsonPath = '' }: Query): SpecValue {
  if (left !== undefined) return placeValue(left, ['left']);
  return new SpecValue({ kind: 'jsonGet', step, file, jsonPath, fileAt: ['propertyFile'], pathAt: ['jsonPath'] }, [
    'stepName',
  ]);
}

/** A comparison of two values: MDAA's form with a property file and a threshold, or `left` and `right`. */
export const comparison = authorObject({
  operator: z.enum([...COMPARISON_OPERATORS, ...MEMBERSHIP_OPERATORS]).describe('How the values are compared.'),
  ...query,
  threshold: numberOrScalar()
    .optional()
    .describe(
      'What the value is compared with: a number, quoted or not, other literals, a parameter, or another expression.',
    ),
  right: scalar().optional().describe('The same as threshold; quoted numbers are text.'),
}).check(
  acrossKeys((written, context) => {
    checkQuery(written, context);
    if (written['right'] === undefined && written['threshold'] === undefined)
      reportMissing(written['stepName'] === undefined ? 'right' : 'threshold', context);
    else chooseOne(written, { what: 'a comparison', keys: ['threshold', 'right'] }, context);
  }),
);

/** The comparison that an author wrote. */
export function toComparison(written: z.output<typeof comparison>): SpecCondition {
  const { operator, threshold, right } = written;
  const other = threshold === undefined ? right && placeValue(right, ['right']) : placeValue(threshold, ['threshold']);
  return new SpecCondition({
    kind: 'comparison',
    // Memberships are told apart by their operator before this schema sees them.
    operator: operator as ComparisonOperator,
    left: queryOf(written),
    // The check across keys leaves exactly one of the two.
    right: isOrdering(operator) ? withDeployValueType(other as SpecValue, 'Float') : (other as SpecValue),
  });
}

// Values are ordered as numbers; text in another place is compared as it is.
function isOrdering(operator: string): boolean {
  return operator !== 'Equals' && operator !== 'NotEquals';
}

const values = z.array(scalar()).min(1);

/** Whether a value is among others: `{ left: …, in: […] }`, or with `operator: In` and `values`. */
export const membership = authorObject({
  operator: z.enum(MEMBERSHIP_OPERATORS).optional().describe('In or NotIn. Default: In.'),
  ...query,
  in: values.optional().describe('The values, at least one: literals or expressions.'),
  values: values.optional().describe('The same as in.'),
}).check(
  acrossKeys((written, context) => {
    checkQuery(written, context);
    chooseOne(written, { what: 'a membership', keys: ['in', 'values'] }, context);
  }),
);

/** The membership that an author wrote. */
export function toMembership(written: z.output<typeof membership>): SpecCondition {
  const key = written.in === undefined ? 'values' : 'in';
  const operator: MembershipOperator = written.operator ?? 'In';
  const list = (written[key] ?? []).map((value, index) => placeValue(value, [key, index]));
  return new SpecCondition({ kind: 'membership', operator, query: queryOf(written), values: list });
}
