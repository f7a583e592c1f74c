import type { PropertyPath } from '../definition/reference.js';
import { describeOperationOf } from '../service-model/describe-operation-of.js';
import { type DescribedPath, describePath } from '../service-model/describe-path.js';
import type { DescribeTrees } from '../service-model/describe-trees.js';
import { KEYED_LISTS } from './keyed-lists.js';
import { isSageMakerStepType } from './step-type-names.js';
import { isStepType, stepTypeDeclarations, stepTypeRequest } from './step-type-registry.js';

/** The path of a `Get` behind `Steps.X`, and the type of the step. */
export interface PathOfStep {
  readonly type: string;
  readonly path: PropertyPath;
}

/** Where a path into a step leads; undefined for types of whose outputs nothing is known. */
export function describeStepPath(trees: DescribeTrees, { type, path }: PathOfStep): DescribedPath | undefined {
  const operations = describedOperations(type);
  if (operations.length === 0) return undefined;
  const keyedLists = isSageMakerStepType(type) ? KEYED_LISTS[type]?.map(({ reference }) => reference) : undefined;
  return describePath(trees, { operations, path, ...(keyedLists && { keyedLists }) });
}

/** The operations whose merged responses `Steps.X` of a type stands for; none for types of which nothing is known. */
export function describedOperations(type: string): readonly string[] {
  if (!isStepType(type)) return [];
  const { describes }: { readonly describes?: readonly string[] } = stepTypeDeclarations[type];
  const usual = describeOperationOf(stepTypeRequest(type));
  return describes ?? (usual === undefined ? [] : [usual]);
}
