import {
  type DefinitionPropertyFile,
  type DefinitionStep,
  isStepType,
  type Json,
  type JsonObject,
  type PlainJsonObject,
  stepTypeDeclarations,
} from '@millrace/schema';
import type { PlannedJob } from '../../container-plans/container-planner.js';
import { containerPlannerOf } from '../../container-plans/container-planners.js';
import { isObject } from '../../container-plans/read-member.js';
import { resolveArguments } from '../../evaluation/resolve-arguments.js';
import type { JobRequest, JobResult } from '../../launchers/launcher.js';
import { arnPrefixOf } from '../build-scope.js';
import { decideRetry } from '../decide-retry.js';
import { formatInstant } from '../event-log.js';
import { jobNameOf } from '../job-name.js';
import type { RunningStep } from '../running-step.js';
import { recordJob } from './record-job.js';

/**
 * Starts jobs until one succeeds or no retry policy wants another. Also runs steps whose type Millrace does
 * not model: a scenario can say how they end, and what nobody says stays unknown.
 */
export function runContainerJob(step: RunningStep): void {
  startAttempt(step, 1);
}

/** An attempt on its way. */
export interface Attempt {
  readonly number: number;
  readonly job: PlannedJob;
  /** `seq` of its attempt-started. */
  readonly started: number;
  /** Virtual time, milliseconds. */
  readonly startedAt: number;
  readonly request: JobRequest;
}

function startAttempt(step: RunningStep, number: number): void {
  const job = planJob(step, number);
  if ('problem' in job) {
    step.end({ status: 'Failed', failureReason: job.problem });
    return;
  }
  const { launcher } = step.settings;
  const started = step.append({
    type: 'attempt-started',
    step: step.node.name,
    attempt: number,
    jobName: job.name,
    jobArn: job.arn,
    launcher: launcher.name,
  });
  const attempt = { number, job, started, startedAt: step.now(), request: toRequest(step, job, number) };
  const launched = launcher.launch(attempt.request);
  const finish = (result: JobResult) => endAttempt(step, attempt, result);
  if (launched.work === 'real') {
    step.await(launched.result, finish);
    return;
  }
  const { result } = launched;
  step.after({ seconds: result.seconds, because: 'scripted-work' }, () =>
    finish(step.stopping() ? { ...result, outcome: 'stopped' } : result),
  );
}

function planJob(step: RunningStep, number: number): PlannedJob | { readonly problem: string } {
  const { node, settings } = step;
  const name = jobNameOf(settings.executionId, {
    step: node.name,
    attempt: number,
    longest: containerPlannerOf(node.type)?.longestName,
  });
  const scope = step.scope(name);
  const resolved = resolveArguments(node.step.Arguments, scope);
  const siblings = resolveArguments(siblingsOf(node.step), scope);
  if (number === 1) step.announce(resolved.value);
  const problems = [...resolved.problems, ...siblings.problems];
  if (problems.length > 0) return { problem: problems.join('; ') };
  const resource = containerPlannerOf(node.type)?.resource ?? 'job';
  const request: PlainJsonObject = isObject(resolved.value) ? resolved.value : {};
  return {
    name,
    region: settings.region,
    arn: `${arnPrefixOf(settings)}:${resource}/${name.toLowerCase()}`,
    arguments: request,
    siblings: isObject(siblings.value) ? siblings.value : {},
  };
}

/** The members that the type of the step has beside `Arguments` and the envelope. */
function siblingsOf(step: DefinitionStep): Json {
  if (!isStepType(step.Type)) return {};
  const { siblings }: { readonly siblings: readonly string[] } = stepTypeDeclarations[step.Type];
  // A definition is JSON; its typed view only says more.
  const members = step as unknown as JsonObject;
  return Object.fromEntries(siblings.flatMap((name) => (members[name] === undefined ? [] : [[name, members[name]]])));
}

function toRequest({ node, settings }: RunningStep, job: PlannedJob, attempt: number): JobRequest {
  const plan = containerPlannerOf(node.type)?.plan(job);
  const declared: readonly DefinitionPropertyFile[] = Array.isArray(node.step.PropertyFiles)
    ? node.step.PropertyFiles
    : [];
  return {
    step: node.name,
    stepType: node.type,
    attempt,
    jobName: job.name,
    arguments: job.arguments,
    propertyFiles: declared,
    objects: settings.objects,
    usualSeconds: settings.durations[node.kind ?? 'container-job'],
    ...(plan === undefined ? {} : { plan }),
  };
}

function endAttempt(step: RunningStep, attempt: Attempt, result: JobResult): void {
  recordJob(step, attempt, result);
  if (result.outcome === 'succeeded') {
    succeed(step, attempt, result);
    return;
  }
  if (result.outcome === 'stopped') {
    step.end({ status: 'Stopped' });
    return;
  }
  const decision = decideRetry(step.node.step, {
    attempt: attempt.number,
    exceptionType: result.exceptionType,
    elapsedSeconds: (step.now() - step.startedAt) / 1000,
  });
  step.append({ type: 'retry-decided', step: step.node.name, attempt: attempt.number, decision });
  if (decision.retry && !step.stopping()) {
    step.after({ seconds: decision.waitSeconds, because: 'retry' }, () => startAttempt(step, decision.nextAttempt));
    return;
  }
  step.end({
    status: 'Failed',
    failureReason: result.reason ?? result.exceptionType ?? result.outcome,
    ...toProperties(step, attempt, result),
  });
}

function succeed(step: RunningStep, attempt: Attempt, result: JobResult): void {
  const { plan } = attempt.request;
  step.end({ status: 'Succeeded', ...toProperties(step, attempt, result), job: { plan, result } });
}

function toProperties({ node, now }: RunningStep, { job, startedAt }: Attempt, result: JobResult) {
  const planner = containerPlannerOf(node.type);
  const ended = { result, startedAt: formatInstant(startedAt), endedAt: formatInstant(now()) };
  const tree = planner?.describe(job, ended) ?? { ...job.arguments, ...result.describe };
  return { properties: { tree, complete: planner !== undefined } };
}
