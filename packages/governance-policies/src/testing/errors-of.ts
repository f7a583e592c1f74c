import {
  checkArguments,
  checkDefinition,
  checkGraph,
  type Json,
  linkDefinition,
  loadDescribeTrees,
  loadServiceModel,
  type PipelineDefinition,
  placedSteps,
} from '@millrace/schema';
import { stablePlace } from '../engine/fingerprint.js';
import { StepOfPath } from '../engine/step-of-path.js';

/** Something that SageMaker would refuse, in words that stay when a fix changes something else. */
export interface DefinitionError {
  readonly place: string;
  readonly text: string;
}

/** What SageMaker would refuse of a definition. */
export async function errorsOf(definition: PipelineDefinition): Promise<readonly DefinitionError[]> {
  const owners = new StepOfPath(placedSteps(definition));
  // A definition is JSON; its interfaces have no index signature to say so.
  const json = definition as unknown as Json;
  const [model, trees] = await Promise.all([loadServiceModel(), loadDescribeTrees()]);
  return [
    ...checkGraph(linkDefinition(definition)).diagnostics,
    ...checkDefinition(definition),
    ...checkArguments(definition, { model, trees }),
  ]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, path }) => {
      const owner = owners.find(path);
      const { step, way } = stablePlace(json, { path: owner?.path ?? [], step: owner?.step.Name ?? '' }, path);
      return { place: `${code} (${step}) ${way}`, text: `${code} (${step}): ${message}` };
    });
}
