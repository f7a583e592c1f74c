import { isJsonList, isJsonObject, type JsonObject, type Path } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import type { GovernedJob } from './governed-job.js';
import { governedJobs } from './governed-jobs.js';
import type { JobForm } from './job-form.js';

/** A container of a model or of a model package. */
export interface ModelContainer {
  readonly job: GovernedJob;
  readonly container: JsonObject;
  readonly path: Path;
}

/** The containers of Model steps. */
export function modelContainers(context: PolicyContext): readonly ModelContainer[] {
  return containersOf(context, 'model', [['PrimaryContainer'], ['Containers']]);
}

/** The containers of RegisterModel steps. */
export function packageContainers(context: PolicyContext): readonly ModelContainer[] {
  return containersOf(context, 'modelPackage', [['InferenceSpecification', 'Containers']]);
}

function containersOf(
  context: PolicyContext,
  form: JobForm,
  ways: readonly (readonly string[])[],
): readonly ModelContainer[] {
  const jobs = governedJobs(context).filter((job) => job.form === form);
  return jobs.flatMap((job) =>
    ways.flatMap((way) => {
      const { value, path } = job.member(way);
      if (isJsonObject(value)) return [{ job, container: value, path }];
      return (isJsonList(value) ? value : []).flatMap((container, index) =>
        isJsonObject(container) ? [{ job, container, path: [...path, index] }] : [],
      );
    }),
  );
}
