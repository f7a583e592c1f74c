import { callArguments, callOutputs } from '../call-members.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a Callback step: its arguments go into the message, the queue stands beside them. */
export function lowerCallback({ step, path }: PlaceOf<'Callback'>, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  return {
    arguments: callArguments(body.arguments, [...at, 'arguments'], context),
    siblings: {
      SqsQueueUrl: context.text(body.sqsQueueUrl, [...at, 'sqsQueueUrl']),
      OutputParameters: callOutputs(body.outputs, [...at, 'outputs']),
    },
  };
}
