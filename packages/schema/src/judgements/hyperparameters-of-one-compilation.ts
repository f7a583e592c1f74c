import type { DefinitionContext } from '../definition/definition-context.js';
import { jobRequestsOf } from '../definition/job-requests.js';
import { memberAt } from '../definition/member-at.js';
import type { PlacedStep } from '../definition/placed-steps.js';
import type { Judged } from './judged.js';

/** Set by the SageMaker SDK (issue 2940): the name of a job with the time at which the definition was made. */
export const JOB_NAME_HYPERPARAMETER = 'sagemaker_job_name';

/** Where the SDK says in which archive the scripts lie. */
const CODE_HYPERPARAMETER = 'sagemaker_submit_directory';

/** `-2026-11-21-07-30-00-000`, as the SDK ends the names of jobs. */
const TIMESTAMP = /-\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}(?:-\d{3})?/;

/** A hyperparameter that changes with every compilation. */
export interface CompilationHyperparameter extends Judged {
  readonly step: PlacedStep;
  readonly name: string;
}

/**
 * Hyperparameters that hold the time at which the definition was made, so that a definition made again is another one:
 * its steps miss their cache, and it cannot be compared with the deployed one (rule R85).
 */
export function* hyperparametersOfOneCompilation({ steps }: DefinitionContext): Iterable<CompilationHyperparameter> {
  for (const step of steps) {
    for (const { job, path } of jobRequestsOf(step)) {
      for (const name of [JOB_NAME_HYPERPARAMETER, CODE_HYPERPARAMETER]) {
        const value = memberAt(job, 'HyperParameters', name);
        if (typeof value !== 'string' || (name === CODE_HYPERPARAMETER && !TIMESTAMP.test(value))) continue;
        const reason = `the hyperparameter ${name} changes whenever the definition is made`;
        yield { verdict: 'violated', step, name, reason, path: [...path, 'HyperParameters', name] };
      }
    }
  }
}
