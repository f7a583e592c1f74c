import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { listNames } from '../../diagnostics/did-you-mean.js';
import { withArticle } from '../../diagnostics/with-article.js';
import { isJsonList, type Json, type JsonObject } from '../../source/json.js';
import { isNumber, numberOf } from '../../source/source-number.js';
import { RETRY_EXCEPTION_TYPES, type RetryFacts } from '../../step-types/step-type-facts.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { DefinitionRule } from '../definition-rule.js';
import type { PlacedStep } from '../placed-steps.js';

/** An execution ends after 28 days (quotas of SageMaker Pipelines). */
const LONGEST_EXECUTION_DAYS = 28;

const diagnostics = defineDiagnostics('definition', {
  'retry-not-supported': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R64'],
    message: (p: { type: string }) => `steps of type ${p.type} cannot be retried`,
    help: () => 'remove RetryPolicies',
    explanation:
      'The developer guide lists the step types with retry policies: Processing, Training, Tuning, AutoML, Model, RegisterModel, Transform and the steps made from them; the SageMaker SDK adds EMR, EMRServerless and EndpointConfig. Conditions, Fail, Lambda, Callback and checks have none.',
  },
  'retry-exception-not-supported': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R65'],
    message: (p: { exception: string; type: string; allowed: readonly string[] }) =>
      `${withArticle(p.type)} step is not retried for "${p.exception}"`,
    help: (p) => `allowed here: ${listNames(p.allowed)}`,
    explanation:
      'Exceptions that begin with SageMaker. are failures of jobs. Model and RegisterModel steps start no job: they can be retried for Step.SERVICE_FAULT and Step.THROTTLING only, and the SageMaker SDK refuses the others.',
  },
  'retry-exception-twice': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R67'],
    message: (p: { exception: string }) => `"${p.exception}" is named twice by the retry policies of this step`,
    help: () => 'name it once',
    explanation:
      'Which policy is used for an exception that is named twice is not documented; presumably the first. Naming each exception once leaves no doubt.',
  },
  'retry-without-effect': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R66'],
    message: (p: { exception: string; type: string }) =>
      `${withArticle(p.type)} step is never retried for "${p.exception}"`,
    help: () => 'remove the exception; it promises what does not happen',
    explanation:
      'The developer guide says that SageMaker.JOB_INTERNAL_ERROR has no effect on Tuning and AutoML steps: such a job retries its own training jobs. A step on EMR starts no job of SageMaker, so exceptions that begin with SageMaker. do not happen there.',
  },
  'retry-waits-too-long': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R67'],
    message: (p: { days: number }) =>
      `the waits of this policy add up to ${p.days} days, but an execution ends after ${LONGEST_EXECUTION_DAYS} days`,
    help: () => 'lower IntervalSeconds, BackoffRate or MaxAttempts, or use ExpireAfterMin',
    explanation:
      'The wait before the n-th retry is IntervalSeconds × BackoffRate^(n−1), so waits grow quickly: 10 retries from one hour on, doubling, take 42 days. SageMaker ends an execution after 28 days.',
  },
});

/** Retry policies are for failures of which the step's type is retried, and can end in time. */
export const retriesCanHelp: DefinitionRule = {
  rules: ['R64', 'R65', 'R66', 'R67'],
  diagnostics,
  check: function* ({ steps }) {
    for (const placed of steps) {
      if ((placed.step.RetryPolicies ?? []).length > 0) yield* checkStep(placed);
    }
  },
};

function* checkStep({ step, path }: PlacedStep): Iterable<Diagnostic> {
  const policies = step.RetryPolicies ?? [];
  const retry = stepTypeFacts(step.Type)?.retry;
  if (retry === undefined) return;
  if (retry === false) {
    const place = { path: [...path, 'RetryPolicies'], target: 'key' } as const;
    yield diagnostics['retry-not-supported']({ type: step.Type }, place);
    return;
  }
  const seen = new Set<Json>();
  for (const [index, policy] of policies.entries()) {
    const at = [...path, 'RetryPolicies', index];
    yield* checkExceptions(policy, { path: at, type: step.Type, retry, seen });
    const days = Math.floor(longestWait(policy) / 86_400);
    if (days > LONGEST_EXECUTION_DAYS) yield diagnostics['retry-waits-too-long']({ days }, { path: at });
  }
}

interface OfStep {
  readonly path: Path;
  readonly type: string;
  readonly retry: RetryFacts;
  /** Exceptions of the policies before. */
  readonly seen: Set<Json>;
}

function* checkExceptions(policy: JsonObject, { path, type, retry, seen }: OfStep): Iterable<Diagnostic> {
  const exceptions = policy['ExceptionType'];
  if (!isJsonList(exceptions)) return;
  for (const [index, each] of exceptions.entries()) {
    const exception = RETRY_EXCEPTION_TYPES.find((known) => known === each);
    if (exception === undefined) continue;
    const place = { path: [...path, 'ExceptionType', index] };
    if (!retry.exceptions.includes(exception)) {
      yield diagnostics['retry-exception-not-supported']({ exception, type, allowed: retry.exceptions }, place);
    } else if (retry.withoutEffect?.includes(exception)) {
      yield diagnostics['retry-without-effect']({ exception, type }, place);
    } else if (seen.has(exception)) {
      yield diagnostics['retry-exception-twice']({ exception }, place);
    }
    seen.add(exception);
  }
}

/** Seconds of all waits together; 0 where time ends the retries, or where a number is none. */
function longestWait(policy: JsonObject): number {
  const { MaxAttempts: attempts, IntervalSeconds: interval = 1, BackoffRate: rate = 2 } = policy;
  if (!isNumber(attempts) || !isNumber(interval) || !isNumber(rate)) return 0;
  let seconds = 0;
  // Policies with more attempts are refused; the bound keeps a wrong number from costing time.
  const most = Math.min(numberOf(attempts), 20);
  for (let attempt = 0; attempt < most; attempt++) seconds += numberOf(interval) * numberOf(rate) ** attempt;
  return seconds;
}
