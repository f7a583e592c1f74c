import type { AwsServiceName } from './aws-services.js';

/** The parts of botocore's `service-2.json` that the generator reads. */
export interface BotocoreModel {
  readonly metadata: { readonly apiVersion: string };
  readonly operations: Readonly<Record<string, BotocoreOperation>>;
  readonly shapes: Readonly<Record<string, BotocoreShape>>;
}

/** An operation of the service. */
export interface BotocoreOperation {
  readonly input?: BotocoreShapeName;
  readonly output?: BotocoreShapeName;
}

/** A reference to a shape. */
export interface BotocoreShapeName {
  readonly shape: string;
}

/** A shape as published. */
export interface BotocoreShape {
  readonly type: string;
  readonly members?: Readonly<Record<string, BotocoreShapeName>>;
  readonly required?: readonly string[];
  readonly member?: BotocoreShapeName;
  readonly key?: BotocoreShapeName;
  readonly value?: BotocoreShapeName;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
}

/** The published models, with their version and date. */
export interface PublishedModel {
  readonly services: { readonly sagemaker: BotocoreModel } & { readonly [S in AwsServiceName]?: BotocoreModel };
  readonly botocoreVersion: string;
  /** `YYYY-MM-DD`, of SageMaker's model; a release of botocore is built on one day. */
  readonly date: string;
}
