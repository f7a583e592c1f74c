import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers an Endpoint step to the members of CreateEndpoint. */
export function lowerEndpoint({ step, path }: PlaceOf<'Endpoint'>, context: LoweringContext): LoweredStep {
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      EndpointName: context.text(body.endpointName, [...at, 'endpointName']),
      EndpointConfigName:
        context.text(body.endpointConfigStep, [...at, 'endpointConfigStep']) ??
        context.text(body.endpointConfigName, [...at, 'endpointConfigName']),
    },
  };
}
