import type { BotocoreModel } from './botocore-model.js';

/**
 * The name of an operation's input or output shape.
 * @throws Error when the model has no such operation, or the operation no such side.
 */
export function operationShape(model: BotocoreModel, operation: string, side: 'input' | 'output'): string {
  const shape = model.operations[operation]?.[side]?.shape;
  if (shape === undefined) throw new Error(`the published model has no ${side} of ${operation}`);
  return shape;
}
