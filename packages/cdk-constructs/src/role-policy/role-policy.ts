import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import { policyPages } from '../policy-pages/policy-pages.js';
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
 * What a role may do, as a managed policy, and further ones below it where IAM needs more: the rule packs of NIST and
 * HIPAA take no inline policies. Each wildcard is acknowledged by itself, with the reason of its statement.
 */
export class RolePolicy extends iam.ManagedPolicy {
  constructor(scope: Construct, id: string, props: RolePolicyProps) {
    const { role } = props;
    const [first = [], ...more] = policyPages(scope, role, props.statements.map(toStatement));
    super(scope, id, { roles: [role], statements: [...first] });
    acknowledgeWildcards(this, props.statements, first);
    for (const [index, page] of more.entries()) {
      const policy = new iam.ManagedPolicy(this, `Policy${index + 2}`, { roles: [role], statements: [...page] });
      acknowledgeWildcards(policy, props.statements, page);
    }
  }
}

function acknowledgeWildcards(
  policy: iam.ManagedPolicy,
  statements: readonly RoleStatement[],
  page: readonly iam.PolicyStatement[],
): void {
  const shown = (resource: string) => flattenReference(Stack.of(policy).resolve(resource));
  const there = new Set(page.flatMap((statement) => statement.resources).map(shown));
  for (const { resources, wildcard } of statements) {
    if (wildcard === undefined) continue;
    for (const resource of resources.map(shown).filter((text) => text.includes('*') && there.has(text)))
      acknowledge(policy, { id: `AwsSolutions-IAM5[Resource::${resource}]`, reason: wildcard });
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
