import type { ServiceModelOrigin } from './service-model.js';

/**
 * The responses of SageMaker's `Describe*` operations, as far as `Get` can walk them: `Steps.X.<path>`.
 * Only names and kinds; generated beside the service model, and kept apart from it because it is small and
 * references are checked before arguments.
 */
export interface DescribeTrees {
  readonly origin: ServiceModelOrigin;
  /** The node of the response, by operation: `DescribeTrainingJob` → `DescribeTrainingJobResponse`. */
  readonly operations: Readonly<Record<string, string>>;
  readonly nodes: Readonly<Record<string, DescribeNode>>;
}

/** A part of a response; the names in it are scalar types or names of other nodes. */
export type DescribeNode = DescribeStructure | DescribeList | DescribeMap;

/** An object with named members: `.Member`. */
export interface DescribeStructure {
  readonly members: Readonly<Record<string, string>>;
}

/** A list: `[0]`, and `['name']` where the step type says that SageMaker finds its items by name (`keyed-lists.ts`). */
export interface DescribeList {
  readonly list: string;
}

/** An object with free keys: `['key']`. */
export interface DescribeMap {
  readonly map: string;
}

/** The scalar types at the leaves; `Any` where nobody documents what is there, so that any path may go on. */
export const DESCRIBE_SCALARS = ['String', 'Integer', 'Float', 'Boolean', 'Timestamp', 'Any'] as const;

/** A scalar type at a leaf of a response. */
export type DescribeScalar = (typeof DESCRIBE_SCALARS)[number];
