import {
  checkArguments,
  checkDefinition,
  checkGraph,
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
  const [model, trees] = await Promise.all([loadServiceModel(), loadDescribeTrees()]);
  return [
    ...checkGraph(linkDefinition(definition)).diagnostics,
    ...checkDefinition(definition),
    ...checkArguments(definition, { model, trees }),
  ]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, path }) => {
      const { step, way } = stablePlace(definition, owners.find(path), path);
      return { place: `${code} (${step}) ${way}`, text: `${code} (${step}): ${message}` };
    });
}
