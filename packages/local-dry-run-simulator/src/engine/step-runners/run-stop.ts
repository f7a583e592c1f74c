import { textAt } from '../../container-plans/read-member.js';
import { resolveArguments } from '../../evaluation/resolve-arguments.js';
import type { RunningStep } from '../running-step.js';

/** Ends the execution as failed. An empty message leaves the reason out (facts/sagemaker-pipelines, section 2.2). */
export function runStop(step: RunningStep): void {
  const resolved = resolveArguments(step.node.step.Arguments, step.scope());
  step.announce(resolved.value);
  step.after({ seconds: step.settings.durations.stop, because: 'scripted-work' }, () => {
    const text = textAt(resolved.value, 'ErrorMessage') ?? [...resolved.problems, ...resolved.unknowns].join('; ');
    step.end({ status: 'Failed', ...(text === '' ? {} : { failureReason: text }) });
  });
}
