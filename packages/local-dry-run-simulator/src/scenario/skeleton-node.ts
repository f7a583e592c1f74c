/** A skeleton while it grows: maps, lists, and values to be given. */
export type SkeletonNode = Map<string, SkeletonNode> | SkeletonNode[] | SkeletonValue;

/** A value to be given. */
export interface SkeletonValue {
  /** `CheckMSE: LessThanOrEqualTo 6` */
  readonly comments: Set<string>;
}

/** True for a value to be given. */
export function isValue(node: SkeletonNode): node is SkeletonValue {
  return !(node instanceof Map) && !Array.isArray(node);
}
