import type { DemandedForm } from '@millrace/schema';
import type { BotocoreShape } from './botocore-model.js';

/** A published shape with what SageMaker Pipelines changes about it. */
export interface AdaptedShape extends BotocoreShape {
  readonly expected?: Readonly<Record<string, string>>;
  readonly refused?: Readonly<Record<string, string>>;
  readonly forms?: Readonly<Record<string, DemandedForm>>;
}

/** Shapes by name. */
export type ShapesByName = Map<string, AdaptedShape>;
