import type { z } from 'zod';
import type { ParameterType } from '../definition/pipeline-definition.js';
import type { Json } from '../source/json.js';
import type { StepOutput } from './step-output.js';
import type { StepTypeFacts } from './step-type-facts.js';
import type { SageMakerStepType } from './step-type-names.js';

/**
 * The declarative half of a step type; the behavioural half lies in the engine that owns the context.
 * @typeParam Body what the author's body is after validation
 */
export interface StepTypeDeclaration<T extends SageMakerStepType, Schema extends z.ZodType> {
  readonly type: T;
  /** What such a step is for, in one sentence. */
  readonly summary: string;
  /** The author's fields. */
  readonly body: Schema;
  /** The AWS request that `Arguments` mirror, a key of `ServiceModel.requests`; absent where the type has a form of its own. */
  readonly request?: string;
  /**
   * The operations whose merged responses `Steps.X.…` walks, where they are not simply the `Describe…` of the request;
   * `Pipelines.…` names a tree of `service-model/written-describe-trees.ts`.
   */
  readonly describes?: readonly string[];
  /** Members that the definition has beside `Arguments`, over the common envelope. */
  readonly siblings: readonly string[];
  /** Outputs that other steps may name, by the author's name. */
  readonly outputs: (body: z.output<Schema>) => ReadonlyMap<string, StepOutput>;
  /** Outputs that every step of the type has, whatever its body: `modelArtifacts`. */
  readonly fixedOutputs: Readonly<Record<string, StepOutput>>;
  /** Names in other lists that references address by name, by the path of the list: `.FinalMetricDataList`. */
  readonly listKeys?: (body: z.output<Schema>) => Readonly<Record<string, readonly string[]>>;
  /** Types of outputs that no `Describe*` tree knows, by the author's name; absent ones are told by the trees. */
  readonly outputTypes?: (body: z.output<Schema>) => ReadonlyMap<string, ParameterType>;
  /**
   * Keys of the body by the key of `pipeline.defaults` that is not inherited where one of them is given: they say the same,
   * or something better.
   */
  readonly inheritsUnless?: Readonly<Record<string, readonly string[]>>;
  readonly facts: StepTypeFacts;
  /** The smallest complete step of the type, as an author writes it. */
  readonly example: Json;
  /** Steps that the example names. */
  readonly exampleNeeds?: readonly Json[];
}

/** Gives a declaration its precise type. */
export function declareStepType<T extends SageMakerStepType, Schema extends z.ZodType>(
  declaration: StepTypeDeclaration<T, Schema>,
): StepTypeDeclaration<T, Schema> {
  return declaration;
}
