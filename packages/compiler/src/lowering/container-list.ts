import type { ContainerDefinition, Path, SpecValue } from '@millrace/schema';
import { containerImage } from './container-image.js';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';
import { modelDataUri } from './model-data.js';
import type { StepPlace } from './step-place.js';

/** The containers of a model or a model package. */
export interface ContainerList {
  readonly place: StepPlace;
  readonly containers: readonly ContainerDefinition[];
  /** The place of the list. */
  readonly at: Path;
  /** An instance that the containers will run on, as far as the spec says it. */
  readonly instanceType: SpecValue | undefined;
}

/** Several containers in the words of CreateModel and CreateModelPackage. */
export function lowerContainerList(list: ContainerList, context: LoweringContext): Draft {
  const { place, containers, at, instanceType } = list;
  return containers.map((container, index) => {
    const path = [...at, index];
    const common = Object.entries(place.step.environment ?? {}).map(
      ([key, value]) => [key, context.text(value, [...place.path, 'environment', key])] as const,
    );
    const own = Object.entries(container.environment ?? {}).map(
      ([key, value]) => [key, context.text(value, [...path, 'environment', key])] as const,
    );
    const environment = Object.fromEntries([...common, ...own]);
    return (
      placed(path, {
        ContainerHostname: container.hostname,
        Image: containerImage({ body: container, path, purpose: 'inference', instanceType }, context),
        ModelDataUrl: modelDataUri(container, path, context),
        Environment: Object.keys(environment).length === 0 ? undefined : environment,
      }) ?? null
    );
  });
}
