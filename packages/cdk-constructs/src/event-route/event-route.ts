import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { RolePolicy, type RoleStatement } from '../role-policy/role-policy.js';

/** Settings of {@link EventRoute}. */
export interface EventRouteProps {
  readonly description: string;
  readonly pattern: events.EventPattern;
  /** @default - the default bus of the account, on which AWS's own events are */
  readonly eventBus?: events.EventBus;
  readonly targetArn: string;
  /** What is sent instead of the event. */
  readonly input?: events.RuleTargetInput;
  /** What EventBridge may do at the target. */
  readonly statements: readonly RoleStatement[];
}

/**
 * A rule of EventBridge with one target, and the role with which EventBridge acts there: pipelines, state machines and
 * buses. Topics are told by their own policies instead: `tellOfEvents`.
 */
export class EventRoute extends Construct {
  constructor(scope: Construct, id: string, props: EventRouteProps) {
    super(scope, id);
    const role = new iam.Role(this, 'Role', { assumedBy: eventBridge(Stack.of(this)), description: props.description });
    const policy = new RolePolicy(this, 'Policy', { role, statements: props.statements });
    const rule = new events.Rule(this, 'Rule', {
      description: props.description,
      eventPattern: props.pattern,
      ...(props.eventBus && { eventBus: props.eventBus }),
    });
    rule.addTarget({
      bind: () => ({ arn: props.targetArn, role, ...(props.input && { input: props.input }) }),
    });
    rule.node.addDependency(policy);
  }
}

/** EventBridge on behalf of rules of this account (EventBridge user guide, "Cross-service confused deputy prevention"). */
function eventBridge(stack: Stack): iam.IPrincipal {
  return new iam.ServicePrincipal('events.amazonaws.com', {
    conditions: {
      StringEquals: { 'aws:SourceAccount': stack.account },
      ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'events', resource: 'rule', resourceName: '*' }) },
    },
  });
}
