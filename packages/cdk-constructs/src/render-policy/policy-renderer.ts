import type { PlatformText, PolicyConditions, PolicyPrincipal, PolicyStatement } from '@millrace/compiler';
import { Aws, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import type { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { flattenReference } from '../role-policy/flatten-reference.js';

/** Renders statements that the compiler computed; nothing is added to them and nothing left out. */
export class PolicyRenderer {
  constructor(readonly binder: DeployValueBinder) {}

  statement({ sid, effect, actions, resources, principals, conditions }: PolicyStatement): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid,
      effect: effect === 'Allow' ? iam.Effect.ALLOW : iam.Effect.DENY,
      actions: [...actions],
      ...(resources.length > 0 && { resources: resources.map((resource) => this.binder.text(resource)) }),
      ...(principals && { principals: principals.map((principal) => this.#principal(principal)) }),
      ...(conditions && { conditions: this.#conditions(conditions) }),
    });
  }

  /** Statements as a document, in their order and one by one: each has its own reason, so none may be merged. */
  document(statements: readonly PolicyStatement[]): iam.PolicyDocument {
    return new iam.PolicyDocument({ minimize: false, statements: statements.map((each) => this.statement(each)) });
  }

  /**
   * Acknowledges exactly those wildcards of the statements of which they say that AWS forces them.
   * @param page what of the statements stands in the policy
   */
  acknowledgeWildcards(
    construct: IConstruct,
    statements: readonly PolicyStatement[],
    page: readonly iam.PolicyStatement[],
  ): void {
    const stack = Stack.of(construct);
    const resources = page.flatMap((statement) => statement.resources);
    const there = new Set(resources.map((each) => `Resource::${flattenReference(stack.resolve(each))}`));
    const forced = new Map(
      statements.flatMap(({ wildcards = [] }) => wildcards).map((each) => [each.finding, each.reason]),
    );
    for (const [finding, reason] of forced) {
      const shown = flattenReference(stack.resolve(this.binder.text(finding)));
      if (there.has(shown)) acknowledge(construct, { id: `AwsSolutions-IAM5[${shown}]`, reason });
    }
  }

  #principal(principal: PolicyPrincipal): iam.IPrincipal {
    switch (principal.kind) {
      case 'service':
        return new iam.ServicePrincipal(principal.service);
      case 'account':
        return new iam.ArnPrincipal(`arn:${Aws.PARTITION}:iam::${this.binder.text(principal.account)}:root`);
      case 'role':
        return new iam.ArnPrincipal(this.binder.text(principal.arn));
      case 'everyone':
        return new iam.AnyPrincipal();
    }
  }

  #conditions(conditions: PolicyConditions): Record<string, Record<string, string | string[]>> {
    const keys = (of: PolicyConditions[string]) =>
      Object.fromEntries(Object.entries(of).map(([key, value]) => [key, this.#values(value)]));
    return Object.fromEntries(Object.entries(conditions).map(([operator, of]) => [operator, keys(of)]));
  }

  #values(value: PlatformText | readonly PlatformText[]): string | string[] {
    return Array.isArray(value) ? value.map((each) => this.binder.text(each)) : this.binder.text(value);
  }
}
