import type { PlainJson, PlainJsonObject } from '@millrace/schema';
import { isObject, objectAt } from '../../container-plans/read-member.js';
import { resolveArguments } from '../../evaluation/resolve-arguments.js';
import { unknownValue } from '../../evaluation/unknown-value.js';
import type { JobRequest, JobResult } from '../../launchers/launcher.js';
import { declaredOutputs } from '../declared-outputs.js';
import type { RunningStep, StepEnd } from '../running-step.js';
import type { StepNode } from '../step-node.js';
import { recordJob } from './record-job.js';

/** What is special about a kind of call. */
export interface CallKind {
  /** Why no machine of the author can do it, in words: `it calls a function of AWS`. */
  readonly outside: string;
  /** Seconds after which SageMaker gives up. */
  readonly longestSeconds: number;
}

/** Asks something outside of SageMaker once: what comes back are the output parameters of the step, or nothing is known of them. */
export function runCall(step: RunningStep, kind: CallKind): void {
  const resolved = resolveArguments(step.node.step.Arguments, step.scope());
  step.announce(resolved.value);
  if (resolved.problems.length > 0) {
    step.end({ status: 'Failed', failureReason: resolved.problems.join('; ') });
    return;
  }
  const request = toRequest(step, resolved.value, kind);
  const started = announceAttempt(step, request.jobName);
  const finish = (result: JobResult) => {
    recordJob(step, { number: 1, started }, result);
    step.end(endOf(step, result));
  };
  const launched = step.settings.launcher.launch(request);
  if (launched.work === 'real') {
    step.await(launched.result, finish);
    return;
  }
  const { result } = launched;
  step.after({ seconds: result.seconds, because: 'scripted-work' }, () =>
    finish(step.stopping() ? { ...result, outcome: 'stopped' } : result),
  );
}

function toRequest({ node, settings }: RunningStep, resolved: PlainJson, kind: CallKind): JobRequest {
  return {
    step: node.name,
    stepType: node.type,
    attempt: 1,
    jobName: calleeOf(node),
    arguments: isObject(resolved) ? resolved : {},
    propertyFiles: [],
    objects: settings.objects,
    usualSeconds: settings.durations[node.kind ?? 'function-call'],
    ...kind,
  };
}

function announceAttempt({ node, settings, append }: RunningStep, callee: string): number {
  const { name: launcher } = settings.launcher;
  return append({ type: 'attempt-started', step: node.name, attempt: 1, jobName: callee, jobArn: callee, launcher });
}

/** The function or the queue: what a definition names beside the arguments of a call. */
function calleeOf(node: StepNode): string {
  const { FunctionArn: functionArn, SqsQueueUrl: queueUrl } = node.step;
  const named = [functionArn, queueUrl].find((each) => typeof each === 'string');
  return typeof named === 'string' ? named : '';
}

function endOf(step: RunningStep, result: JobResult): StepEnd {
  if (result.outcome === 'stopped') return { status: 'Stopped' };
  if (result.outcome !== 'succeeded')
    return { status: 'Failed', failureReason: result.reason ?? result.exceptionType ?? result.outcome };
  return { status: 'Succeeded', properties: { tree: { OutputParameters: outputsOf(step, result) }, complete: true } };
}

function outputsOf({ node }: RunningStep, { describe }: JobResult): PlainJsonObject {
  const unknown = declaredOutputs(node.step).map(({ name }): readonly [string, PlainJson] => [
    name,
    unknownValue(`no scenario says what ${node.name} returns as ${name}`),
  ]);
  return { ...Object.fromEntries(unknown), ...objectAt(describe, 'OutputParameters') };
}
