import type { Json } from '@millrace/schema';
import type { LoweredPipeline } from '../lowering/lower-spec.js';

/**
 * A text of the platform: a string, a deploy value, or a text with deploy values in it (`Millrace:Text`). Whoever
 * renders the platform binds it as it binds the definition.
 */
export type PlatformText = Json;

/** What the platform is computed from: a pipeline in SageMaker's words, deploy values symbolic, whoever wrote it. */
export type PlatformInput = Pick<LoweredPipeline, 'definition' | 'pipelineName' | 'settings' | 'code' | 'images'>;

/** The beginning of the names of roles with which consumer accounts run models; resource policies admit no others. */
export const MODEL_EXECUTION_ROLE_PREFIX = 'millrace-model-exec-';

/** The beginning of the names of roles with which people approve models. */
export const MODEL_APPROVER_ROLE_PREFIX = 'millrace-model-approver-';

/** Whom a statement of a resource or trust policy speaks of. */
export type PolicyPrincipal =
  /** A service, as `sagemaker.amazonaws.com`. */
  | { readonly kind: 'service'; readonly service: string }
  /** Whoever an account delegates to: `arn:<partition>:iam::<account>:root`. */
  | { readonly kind: 'account'; readonly account: PlatformText }
  /** One role. */
  | { readonly kind: 'role'; readonly arn: PlatformText }
  /** Everyone: only for denials, and for statements whose conditions say who. */
  | { readonly kind: 'everyone' };

/** Conditions by operator and key; several values of a key are alternatives. */
export type PolicyConditions = Readonly<
  Record<string, Readonly<Record<string, PlatformText | readonly PlatformText[]>>>
>;

/** A wildcard of a statement that AWS forces. */
export interface ForcedWildcard {
  /**
   * As cdk-nag's AwsSolutions-IAM5 names it: `Action::s3:*`, or `Resource::` and the resource exactly as it stands in the
   * statement, deploy values included.
   */
  readonly finding: PlatformText;
  /** The constraint of AWS behind it, with its source. */
  readonly reason: string;
}

/** A statement of a policy, as data. */
export interface PolicyStatement {
  /** Letters and digits, unique in its policy. */
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  /** Resource and trust policies only. */
  readonly principals?: readonly PolicyPrincipal[];
  readonly actions: readonly string[];
  /** ARNs, or `*`. Empty in a trust policy. */
  readonly resources: readonly PlatformText[];
  readonly conditions?: PolicyConditions;
  /** What the statement is there for; for people who review it. */
  readonly why: string;
  /** Wildcards that are wider than what the pipeline needs, because AWS takes no less. */
  readonly wildcards?: readonly ForcedWildcard[];
}

/** A role around a pipeline. */
export interface RoleModel {
  readonly description: string;
  readonly trust: readonly PolicyStatement[];
  readonly statements: readonly PolicyStatement[];
  /** What the steps need and the statements do not cover, because the definition does not say it; sentences for people. */
  readonly gaps: readonly string[];
}

/** A rule of the lifecycle of a bucket. Ages in days. */
export interface LifecycleRule {
  /** Unique in the bucket, at most 255 characters (PutBucketLifecycleConfiguration). */
  readonly id: PlatformText;
  /** Absent: the whole bucket. */
  readonly prefix?: PlatformText;
  readonly tag?: { readonly key: string; readonly value: string };
  readonly expireAfterDays?: number;
  readonly infrequentAccessAfterDays?: number;
  readonly noncurrentVersionDays?: number;
  readonly abortMultipartAfterDays?: number;
  readonly expireDeleteMarkers?: boolean;
}

/** A model package group and who may read of it. */
export interface ModelPackageGroupModel {
  /** The one name: of the definition, of what is created, and in ARNs. */
  readonly name: PlatformText;
  readonly arn: PlatformText;
  /** Whether it is created with the pipeline, or was there before. */
  readonly created: boolean;
  /** Empty where nobody else may read. */
  readonly policy: readonly PolicyStatement[];
}

/** A parameter of the Systems Manager by which other stacks find what was deployed. */
export interface SsmParameterModel {
  /** The last segment of its name; unique for what is published. */
  readonly key: string;
  readonly name: PlatformText;
  readonly value: PlatformText;
  readonly description: string;
}

/** A finding of a rule pack that the spec acknowledges. */
export interface AcknowledgedFinding {
  /** Path of the construct as it was given; matched against the end of a construct's path. */
  readonly path: PlatformText;
  /**
   * The rule, with the finding in brackets where the rule has several: `AwsSolutions-IAM5[Resource::*]`. A rule alone
   * counts for all that it finds at the path.
   */
  readonly id: string;
  readonly reason: string;
}
