import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonObject, type Json, type JsonObject } from '../source/json.js';
import { stepTypeRequest } from '../step-types/step-type-registry.js';
import { listAt, memberAt } from './member-at.js';
import type { PlacedStep } from './placed-steps.js';

/** An object with the members of a request that starts a job, and where it stands. */
export interface JobRequest {
  readonly job: JsonObject;
  readonly path: Path;
}

/**
 * The jobs that a step describes: its arguments, and in a tuning job its training jobs, whose members are those of a
 * Training step. Empty for steps whose arguments mirror no request, such as the payload of a function.
 */
export function jobRequestsOf({ step, path }: PlacedStep): readonly JobRequest[] {
  if (stepTypeRequest(step.Type) === undefined) return [];
  const at = [...path, 'Arguments'];
  return [{ job: step.Arguments, path: at }, ...trainingJobsIn(step.Arguments, at)];
}

/** Those of {@link jobRequestsOf} that start training. */
export function trainingJobsOf(placed: PlacedStep): readonly JobRequest[] {
  return jobRequestsOf(placed).filter(({ job }) => Object.hasOwn(job, 'AlgorithmSpecification'));
}

function trainingJobsIn(args: JsonObject, path: Path): readonly JobRequest[] {
  const one = asJob(memberAt(args, 'TrainingJobDefinition'), [...path, 'TrainingJobDefinition']);
  const several = listAt(args, 'TrainingJobDefinitions').flatMap((each, index) =>
    asJob(each, [...path, 'TrainingJobDefinitions', index]),
  );
  return [...one, ...several];
}

function asJob(value: Json | undefined, path: Path): readonly JobRequest[] {
  return isJsonObject(value) ? [{ job: value, path }] : [];
}
