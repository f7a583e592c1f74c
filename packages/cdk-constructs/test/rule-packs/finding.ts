/** What a rule of a pack says of a resource. */
export interface Finding {
  /** As it is to be acknowledged: `AwsSolutions-S1`, or `AwsSolutions-IAM5[Resource::*]` where a rule has several. */
  readonly rule: string;
  /** Path of the construct of the resource. */
  readonly path: string;
  readonly description: string;
}
