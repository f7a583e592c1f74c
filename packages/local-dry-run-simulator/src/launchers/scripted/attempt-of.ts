import type { Scenario, ScenarioAttempt } from '@millrace/schema';

/** What a scenario says about an attempt (from 1) of a step: an entry counts `times`, the last one repeats. */
export function attemptOf(scenario: Scenario, step: string, attempt: number): ScenarioAttempt {
  const steps = scenario.steps ?? {};
  const entry = Object.hasOwn(steps, step) ? steps[step] : undefined;
  if (entry === undefined) return {};
  const { attempts, use: _use, ...own } = entry;
  if (attempts === undefined) return own;
  let last = 0;
  const found = attempts.find((each) => {
    last += each.times ?? 1;
    return attempt <= last;
  });
  return { ...own, ...(found ?? attempts.at(-1)) };
}
