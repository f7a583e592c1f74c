import { DEFAULT_RUNTIME_SECONDS, isJsonList, isJsonScalar, type Json, memberAt } from '@millrace/schema';
import { type Cluster, clustersOf } from '../jobs/clusters.js';
import type { GovernedJob } from '../jobs/governed-job.js';
import type { PolicyContext } from '../rule/policy-context.js';
import { type Amount, amountOf, exactly, greatest, product, sum, unknownAmount } from './amount.js';

/** What a machine of an instance type costs for an hour, in US dollars; undefined where that is not known. */
export type HourlyPrice = (instanceType: string) => number | undefined;

/** MaxAttempts of a retry policy that gives neither it nor ExpireAfterMin (SageMaker developer guide, pipelines-retry-policy). */
const DEFAULT_ATTEMPTS = 5;

/**
 * What a job costs if it runs until its limit, as often as it is retried, in US dollars. Spot instances count at the full
 * price, since a job may wait for capacity and find none.
 */
export function jobCost(job: GovernedJob, context: PolicyContext, priceOf: HourlyPrice): Amount {
  if (job.member(['ServerlessJobConfig']).value !== undefined)
    return unknownAmount('serverless jobs are billed by token');
  const machines = clustersOf(job);
  if (machines.length === 0) return unknownAmount(`"${job.step}" does not say which machines it takes`);
  const prices = machines.map((cluster) => clusterPrice(cluster, context, priceOf));
  // Of the machines of a tuning job SageMaker chooses one kind for each training job.
  const areChoices = machines.some(({ path }) => path.includes('InstanceConfigs'));
  const hourly = areChoices ? greatest(...prices) : sum(...prices);
  return product(hourly, hours(job, context), jobsOf(job, context));
}

function clusterPrice({ instanceType, instanceCount }: Cluster, context: PolicyContext, priceOf: HourlyPrice): Amount {
  const price = amountOf(
    context.read(instanceType.value),
    (given) => priceOf(String(given)),
    ', and no price of it is known',
  );
  return product(
    price,
    amountOf(context.read(instanceCount.value), (given = 1) => finite(given)),
  );
}

function hours(job: GovernedJob, context: PolicyContext): Amount {
  if (!job.has('runtime')) return unknownAmount(`"${job.step}" has no limit of its run time`);
  const seconds = amountOf(context.read(job.setting('runtime').value), (given = DEFAULT_RUNTIME_SECONDS) =>
    finite(given),
  );
  return sum(product(seconds, exactly(attempts(job) / 3600)), exactly(extraHours(job)));
}

/** What is no scalar is no number: an expression, or a mistake that is told elsewhere. */
function finite(given: Json): number | undefined {
  const number = isJsonScalar(given) ? Number(given) : Number.NaN;
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** A training job of a tuning step is one of many. */
function jobsOf({ placed, form }: GovernedJob, context: PolicyContext): Amount {
  const config = memberAt(placed.step.Arguments, 'HyperParameterTuningJobConfig');
  if (config === undefined || form !== 'training') return exactly(1);
  const most = memberAt(config, 'ResourceLimits', 'MaxNumberOfTrainingJobs');
  return amountOf(
    context.read(most),
    (given) => (given === undefined ? undefined : finite(given)),
    ' for MaxNumberOfTrainingJobs',
  );
}

/** Only a failure inside the job comes after machines were billed. */
const BILLED = 'SageMaker.JOB_INTERNAL_ERROR';

function billedPolicies({ placed }: GovernedJob) {
  return (placed.step.RetryPolicies ?? []).filter(
    ({ ExceptionType: types }) => isJsonList(types) && types.includes(BILLED),
  );
}

/** How often the job may run to its end: once, and once for each retry. */
function attempts(job: GovernedJob): number {
  const retries = billedPolicies(job).map((policy) => {
    const given = memberAt(policy, 'MaxAttempts');
    if (given !== undefined) return finite(given) ?? DEFAULT_ATTEMPTS;
    return memberAt(policy, 'ExpireAfterMin') === undefined ? DEFAULT_ATTEMPTS : 0;
  });
  return 1 + Math.max(0, ...retries);
}

/** Retries that a time bounds: the last one begins at its end. */
function extraHours(job: GovernedJob): number {
  const minutes = billedPolicies(job).map((policy) => finite(memberAt(policy, 'ExpireAfterMin') ?? 0) ?? 0);
  return Math.max(0, ...minutes) / 60;
}
