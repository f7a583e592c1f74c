import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import { flattenReference } from './flatten-reference.js';

/** What a role may do, and why. */
export interface RoleStatement {
  /** Letters and digits, unique in the policy. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Where a resource holds a `*`: the constraint of AWS that forces it. Becomes a granular acknowledgement. */
  readonly wildcard?: string;
}

/** Settings of {@link RolePolicy}. */
export interface RolePolicyProps {
  readonly role: iam.IRole;
  readonly statements: readonly RoleStatement[];
}

/**
 * What a role may do, as a managed policy: the rule packs of NIST and HIPAA take no inline policies. Each wildcard is
 * acknowledged by itself, with the reason of its statement.
 */
export class RolePolicy extends iam.ManagedPolicy {
  constructor(scope: Construct, id: string, props: RolePolicyProps) {
    super(scope, id, { roles: [props.role], statements: props.statements.map(toStatement) });
    for (const statement of props.statements) this.acknowledgeWildcards(statement);
  }

  private acknowledgeWildcards({ resources, wildcard }: RoleStatement): void {
    if (wildcard === undefined) return;
    const shown = resources.map((resource) => flattenReference(Stack.of(this).resolve(resource)));
    for (const resource of shown.filter((text) => text.includes('*')))
      acknowledge(this, { id: `AwsSolutions-IAM5[Resource::${resource}]`, reason: wildcard });
  }
}

function toStatement({ sid, actions, resources, conditions }: RoleStatement): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    actions: [...actions],
    resources: [...resources],
    ...(conditions && { conditions }),
  });
}
