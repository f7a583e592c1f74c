import { isObject } from '../../container-plans/read-member.js';
import { resolveArguments } from '../../evaluation/resolve-arguments.js';
import { recordKeeperOf } from '../../records/record-keepers.js';
import { arnPrefixOf } from '../build-scope.js';
import { formatInstant } from '../event-log.js';
import { jobNameOf } from '../job-name.js';
import type { RunningStep } from '../running-step.js';
import { runContainerJob } from './run-container-job.js';

/** Writes an entry of SageMaker: a model, a model package version. */
export function runRecord(step: RunningStep): void {
  const { node, settings } = step;
  const keep = recordKeeperOf(node.type);
  if (keep === undefined) {
    runContainerJob(step);
    return;
  }
  const resolved = resolveArguments(node.step.Arguments, step.scope());
  step.announce(resolved.value);
  if (resolved.problems.length > 0) {
    step.end({ status: 'Failed', failureReason: resolved.problems.join('; ') });
    return;
  }
  step.after({ seconds: settings.durations.record, because: 'scripted-work' }, () => {
    const result = keep({
      step: node.name,
      name: jobNameOf(settings.executionId, { step: node.name, attempt: 1 }),
      arnPrefix: arnPrefixOf(settings),
      arguments: isObject(resolved.value) ? resolved.value : {},
      registry: settings.registry,
      executionArn: step.executionArn,
      now: formatInstant(step.now()),
    });
    if ('problem' in result) {
      step.end({ status: 'Failed', failureReason: result.problem });
      return;
    }
    if (result.event !== undefined) step.append(result.event);
    step.end({ status: 'Succeeded', properties: { tree: result.describe, complete: result.partial !== true } });
  });
}
