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

/** A published model, with its version and date. */
export interface PublishedModel {
  readonly model: BotocoreModel;
  readonly botocoreVersion: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}
