import type { Json, Path } from '@millrace/schema';
import { memberIn } from '../jobs/governed-job.js';
import { packageContainers } from '../jobs/model-containers.js';
import type { PolicyContext } from '../rule/policy-context.js';

/** The data of a model that a package names. */
export interface RegisteredModel {
  readonly uri: Json;
  readonly path: Path;
}

/** The data of all models that are registered. */
export function registeredModels(context: PolicyContext): readonly RegisteredModel[] {
  return packageContainers(context).flatMap(({ container, path: at }) => {
    const { value, path } = memberIn(container, ['ModelDataUrl'], at);
    const source = memberIn(container, ['ModelDataSource', 'S3DataSource', 'S3Uri'], at);
    return [{ value, path }, source].flatMap((each) =>
      each.value === undefined ? [] : [{ uri: each.value, path: each.path }],
    );
  });
}
