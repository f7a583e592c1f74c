import { createHash } from 'node:crypto';

/** The longest name of a job (API). */
const LONGEST = 63;

/**
 * The name of a job that a step starts, of the form that SageMaker makes: `pipelines-<execution>-<step>-<suffix>`.
 * Every attempt is a job of its own.
 */
export function jobNameOf(executionId: string, step: string, attempt: number): string {
  const suffix = createHash('sha256').update(`${executionId} ${step} ${attempt}`).digest('hex').slice(0, 10);
  const prefix = `pipelines-${executionId}-`;
  const middle = step.replace(/[^A-Za-z0-9-]/g, '-').slice(0, LONGEST - prefix.length - suffix.length - 1);
  return `${prefix}${middle}-${suffix}`;
}
