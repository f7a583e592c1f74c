import { createHash } from 'node:crypto';

/** The longest name of most jobs (API). */
const LONGEST = 63;

/** What a job is named after. */
export interface NamedJob {
  readonly step: string;
  /** From 1; every attempt is a job of its own. */
  readonly attempt: number;
  /** Most characters of a name, where the request allows fewer than 63. */
  readonly longest?: number | undefined;
}

/**
 * The name of a job that a step starts, of the form that SageMaker makes: `pipelines-<execution>-<step>-<suffix>`,
 * without the first word where names are short.
 */
export function jobNameOf(executionId: string, { step, attempt, longest = LONGEST }: NamedJob): string {
  const suffix = createHash('sha256').update(`${executionId} ${step} ${attempt}`).digest('hex').slice(0, 10);
  const prefix = longest < LONGEST ? `${executionId}-` : `pipelines-${executionId}-`;
  const middle = step.replace(/[^A-Za-z0-9-]/g, '-').slice(0, longest - prefix.length - suffix.length - 1);
  return `${prefix}${middle}-${suffix}`;
}
