import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { describeJson } from '../../source/describe-json.js';
import { isJsonList, type Json, type JsonObject } from '../../source/json.js';
import { isNumber, numberOf, numberText } from '../../source/source-number.js';
import { RETRY_EXCEPTION_TYPES } from '../../step-types/step-type-facts.js';
import type { DefinitionRule } from '../definition-rule.js';
import { looksLikeExpression } from '../expression.js';

/** Ranges of the numbers in a policy (facts/sagemaker-pipelines, section 4.9: developer guide and published schema). */
const NUMBERS: Readonly<Record<string, Range>> = {
  MaxAttempts: { least: 0, most: 20, whole: true, allowed: 'a whole number from 0 to 20' },
  ExpireAfterMin: { least: 0, most: 14_400, whole: true, allowed: 'a whole number from 0 to 14400 (10 days)' },
  IntervalSeconds: { least: 1, most: 43_200, whole: true, allowed: 'a whole number from 1 to 43200 (12 hours)' },
  BackoffRate: { least: 0, most: Number.MAX_VALUE, whole: false, allowed: 'a number that is not negative' },
};

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly allowed: string;
}

const MEMBERS = ['ExceptionType', ...Object.keys(NUMBERS)];

/** In older pages of the developer guide. */
const FORMER_NAMES = new Map([['SageMaker.JOB_CAPACITY_ERROR', 'SageMaker.CAPACITY_ERROR']]);

/** Named by the published schema for EMR steps only. */
const KNOWN: readonly string[] = RETRY_EXCEPTION_TYPES;

const diagnostics = defineDiagnostics('definition', {
  'retry-policy-member': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R3', 'R61'],
    message: (p: { key: string }) => `a retry policy has no member "${p.key}"`,
    help: (p) => suggest(p.key, MEMBERS),
    explanation:
      'A retry policy has ExceptionType, IntervalSeconds, BackoffRate, and one of MaxAttempts and ExpireAfterMin. SageMaker refuses members that it does not know.',
  },
  'retry-exceptions-missing': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R61'],
    message: (p: { given: string }) =>
      `ExceptionType is a list of one or more exception types, but ${p.given} is given`,
    help: () => `write for example ["Step.SERVICE_FAULT", "Step.THROTTLING"]`,
    explanation:
      'A retry policy says which failures it is for, as a list: Step.SERVICE_FAULT, Step.THROTTLING, SageMaker.JOB_INTERNAL_ERROR, SageMaker.CAPACITY_ERROR, SageMaker.RESOURCE_LIMIT. Failures of your own code are never retried.',
  },
  'retry-exception-unknown': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R61'],
    message: (p: { given: string }) => `SageMaker knows no exception type ${p.given} for retries`,
    help: (p) => suggestException(p.given),
    explanation:
      'The exception types of retry policies are Step.SERVICE_FAULT, Step.THROTTLING, SageMaker.JOB_INTERNAL_ERROR, SageMaker.CAPACITY_ERROR and SageMaker.RESOURCE_LIMIT, and Emr.RESOURCE_LIMIT for EMR steps. Older documentation calls SageMaker.CAPACITY_ERROR by the name SageMaker.JOB_CAPACITY_ERROR, which the service does not take.',
  },
  'retry-end': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R62'],
    message: (p: { given: string }) =>
      `a retry policy has exactly one of MaxAttempts and ExpireAfterMin, but ${p.given}`,
    help: () => 'say how often to try (MaxAttempts) or for how many minutes (ExpireAfterMin), not both',
    explanation:
      'Retries end after a number of attempts or after a time, and a policy states which of the two. The SageMaker Python SDK means to refuse both together, but its check never runs, so such definitions reach the service.',
  },
  'retry-number': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R63'],
    message: (p: { key: string; given: string; allowed: string }) =>
      `"${p.key}" of a retry policy is ${p.allowed}, but ${p.given} is given`,
    help: () => 'write a number of that range, without quotes',
    explanation:
      'MaxAttempts is 0 to 20, ExpireAfterMin 0 to 14,400 minutes, IntervalSeconds 1 to 43,200 seconds, and BackoffRate, by which the wait grows from retry to retry, is not negative (developer guide and published schema).',
  },
  'retry-waits-shrink': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R63'],
    message: (p: { given: string }) => `with a BackoffRate of ${p.given} each retry comes sooner than the one before`,
    help: () => 'use 1.0 for equal waits, or 2.0 for waits that double',
    explanation:
      'The wait before the n-th retry is IntervalSeconds × BackoffRate^(n−1). With a rate below 1 the waits shrink, so that the retries are used up while the cause still lasts.',
  },
});

function suggestException(given: string): string | undefined {
  const name = given.replaceAll('"', '');
  const current = FORMER_NAMES.get(name);
  return current === undefined ? suggest(name, KNOWN) : `it is called "${current}" now`;
}

/** A retry policy names known exceptions, ends in one way, and holds numbers that SageMaker takes. */
export const retryPoliciesAreWellFormed: DefinitionRule = {
  rules: ['R61', 'R62', 'R63'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { step, path } of steps) {
      for (const [index, policy] of (step.RetryPolicies ?? []).entries()) {
        yield* checkPolicy(policy, [...path, 'RetryPolicies', index]);
      }
    }
  },
};

function* checkPolicy(policy: JsonObject, path: Path): Iterable<Diagnostic> {
  for (const key of Object.keys(policy)) {
    if (!MEMBERS.includes(key))
      yield diagnostics['retry-policy-member']({ key }, { path: [...path, key], target: 'key' });
  }
  yield* checkExceptions(policy['ExceptionType'], path);
  const ends = ['MaxAttempts', 'ExpireAfterMin'].filter((key) => (policy[key] ?? null) !== null);
  if (ends.length !== 1) {
    const given = ends.length === 0 ? 'neither is given' : 'both are given';
    yield diagnostics['retry-end']({ given }, { path });
  }
  for (const [key, range] of Object.entries(NUMBERS)) yield* checkNumber(policy[key], range, [...path, key]);
}

function* checkExceptions(exceptions: Json | undefined, path: Path): Iterable<Diagnostic> {
  // Expressions are told about by the rule on where they are resolved.
  if (looksLikeExpression(exceptions)) return;
  const place = { path: exceptions === undefined ? path : [...path, 'ExceptionType'] };
  if (!isJsonList(exceptions) || exceptions.length === 0) {
    const given = isJsonList(exceptions)
      ? 'an empty list'
      : exceptions === undefined
        ? 'nothing'
        : describeJson(exceptions);
    yield diagnostics['retry-exceptions-missing']({ given }, place);
    return;
  }
  for (const [index, exception] of exceptions.entries()) {
    if (looksLikeExpression(exception) || (typeof exception === 'string' && KNOWN.includes(exception))) continue;
    const given = typeof exception === 'string' ? JSON.stringify(exception) : describeJson(exception);
    yield diagnostics['retry-exception-unknown']({ given }, { path: [...place.path, index] });
  }
}

function* checkNumber(value: Json | undefined, range: Range, path: Path): Iterable<Diagnostic> {
  if (value === undefined || value === null || looksLikeExpression(value)) return;
  const key = String(path.at(-1));
  if (!isNumber(value) || !isInRange(numberOf(value), range)) {
    yield diagnostics['retry-number']({ key, given: describeJson(value), allowed: range.allowed }, { path });
  } else if (key === 'BackoffRate' && numberOf(value) < 1) {
    yield diagnostics['retry-waits-shrink']({ given: numberText(value) }, { path });
  }
}

function isInRange(value: number, { least, most, whole }: Range): boolean {
  return value >= least && value <= most && (!whole || Number.isInteger(value));
}
