import { callArguments, callOutputs } from '../call-members.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a Lambda step: its arguments are the event of the function, the function itself stands beside them. */
export function lowerLambda({ step, path }: PlaceOf<'Lambda'>, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  return {
    arguments: callArguments(body.arguments, [...at, 'arguments'], context),
    siblings: {
      FunctionArn: context.text(body.functionArn, [...at, 'functionArn']),
      OutputParameters: callOutputs(body.outputs, [...at, 'outputs']),
    },
  };
}
