import type { AwsServiceName } from './aws-services.js';
import type { PublishedModel } from './botocore-model.js';
import { nameShape } from './name-shapes.js';

/** One side of an operation. */
export interface OperationSide {
  readonly operation: string;
  readonly service: AwsServiceName;
  readonly side: 'input' | 'output';
}

/**
 * The name of an operation's input or output shape, among the shapes of all services.
 * @throws Error when the service has no such operation, or the operation no such side.
 */
export function operationShape({ services }: PublishedModel, { operation, service, side }: OperationSide): string {
  const shape = services[service]?.operations[operation]?.[side]?.shape;
  if (shape === undefined) throw new Error(`the published model of ${service} has no ${side} of ${operation}`);
  return nameShape(service, shape);
}
