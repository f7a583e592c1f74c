import type { Path } from '@millrace/schema';
import type { PlacedValue } from './placed-values.js';
import type { TemplateResource } from './template-resource.js';

/** What a policy says: what its role may do, who may take a role, or who may use a resource. */
export type PolicyKind = 'identity' | 'trust' | 'resource';

/** Whom a statement speaks of. */
export interface PolicyPrincipal extends PlacedValue {
  /** `AWS`, `Service`, `Federated`; `*` for everybody. */
  readonly type: string;
}

/** One key of a condition. */
export interface PolicyCondition {
  /** As it is written: `ForAllValues:StringLikeIfExists`. */
  readonly operator: string;
  /** As it is written: `aws:SourceArn`. IAM does not mind capitals. */
  readonly key: string;
  readonly values: readonly PlacedValue[];
  readonly path: Path;
}

/**
 * A statement of a policy in a template, whoever holds it. Members that take one value or a list are lists; values are those
 * of the template, to be read by `TemplateContext.read`.
 */
export interface PolicyStatement {
  readonly kind: PolicyKind;
  /** The resource of the template in which the policy is written. */
  readonly holder: TemplateResource;
  /** Roles whose policy it is; for a resource policy what it protects. Empty where none of it is in this template. */
  readonly owners: readonly TemplateResource[];
  readonly path: Path;
  readonly sid?: string;
  /** Undefined where it is neither `Allow` nor `Deny`. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly actions: readonly PlacedValue[];
  readonly notActions: readonly PlacedValue[];
  readonly resources: readonly PlacedValue[];
  readonly notResources: readonly PlacedValue[];
  readonly principals: readonly PolicyPrincipal[];
  readonly notPrincipals: readonly PolicyPrincipal[];
  readonly conditions: readonly PolicyCondition[];
}
