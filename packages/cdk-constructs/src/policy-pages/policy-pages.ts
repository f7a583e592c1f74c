import { Annotations, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { policyLength } from './policy-length.js';
import { type StatementJson, splitStatement } from './split-statement.js';

/**
 * The longest managed policy, in characters without white space (IAM user guide, "IAM and AWS STS quotas"), less the
 * frame around its statements.
 */
const LONGEST_PAGE = 6144 - '{"Version":"2012-10-17","Statement":[]}'.length;

/** Managed policies of a role: the quota, and the most that AWS raises it to. */
const POLICIES = { quota: 10, most: 20 };

const attached = new WeakMap<iam.IRole, number>();

/**
 * Statements on as many pages as managed policies of a role that they need. A statement that is too long for one is
 * written as several that allow the same together.
 * @throws Error where the role gets more policies than AWS attaches
 */
export function policyPages(
  scope: IConstruct,
  role: iam.IRole,
  statements: readonly iam.PolicyStatement[],
): readonly (readonly iam.PolicyStatement[])[] {
  const stack = Stack.of(scope);
  const lengthOf = (statement: StatementJson) => policyLength(stack.resolve(statement)) + 1;
  const pages: StatementJson[][] = [];
  let left = 0;
  for (const whole of statements) {
    for (const part of splitStatement(whole.toStatementJson(), { lengthOf, longest: LONGEST_PAGE })) {
      const length = lengthOf(part);
      if (length > left) {
        pages.push([]);
        left = LONGEST_PAGE;
      }
      pages.at(-1)?.push(part);
      left -= length;
    }
  }
  countPolicies(scope, role, pages.length);
  return pages.map((page) => page.map((statement) => iam.PolicyStatement.fromJson(statement)));
}

function countPolicies(scope: IConstruct, role: iam.IRole, more: number): void {
  const count = (attached.get(role) ?? 0) + more;
  attached.set(role, count);
  if (count <= POLICIES.quota) return;
  const problem = `${scope.node.path}: the role ${role.node.path} needs ${count} managed policies`;
  const help = 'Put some of the pipelines into another stack, or fewer steps into one pipeline.';
  if (count > POLICIES.most) throw new Error(`${problem}. IAM attaches ${POLICIES.most} at most. ${help}`);
  Annotations.of(scope).addWarningV2(
    'millrace:many-policies',
    `${problem}, and IAM attaches ${POLICIES.quota} unless AWS has raised the quota of the account. ${help}`,
  );
}
