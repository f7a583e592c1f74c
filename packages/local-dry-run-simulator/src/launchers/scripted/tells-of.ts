import type { Scenario } from '@millrace/schema';

/** Whether a scenario gives a step a result; `use: process` gives it none. */
export function tellsOf({ steps = {} }: Scenario, step: string): boolean {
  const entry = Object.hasOwn(steps, step) ? steps[step] : undefined;
  return entry !== undefined && entry.use !== 'process';
}
