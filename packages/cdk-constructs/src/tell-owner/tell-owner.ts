import { Annotations, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** A policy that is not ours to change. */
export interface PolicyOfOthers {
  /** `the policy of the bucket ml-artifacts` */
  readonly policy: string;
  /** Tells the warning from others of the construct: lower-case letters and `-`. */
  readonly id: string;
  readonly statements: readonly iam.PolicyStatement[];
}

/**
 * Says as a warning what the owner of an existing resource must add to its policy, statement by statement: CloudFormation
 * cannot add to a policy that it did not make, and a grant that is silently left out is only found when it is missed.
 */
export function tellOwner(construct: IConstruct, { policy, id, statements }: PolicyOfOthers): void {
  if (statements.length === 0) return;
  const stack = Stack.of(construct);
  const written = statements.map((statement) => JSON.stringify(stack.resolve(statement.toStatementJson())));
  Annotations.of(construct).addWarningV2(
    `millrace:${id}`,
    `${policy} was there before and cannot be changed from here. Its owner must add: ${written.join(', ')}`,
  );
}
