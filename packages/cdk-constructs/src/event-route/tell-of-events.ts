import * as events from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Whom to tell of which events, and how. */
export interface EventNotice {
  readonly description: string;
  readonly pattern: events.EventPattern;
  readonly topic: sns.ITopic;
  /** Text with `EventField.fromPath('$.detail.x')` in it. */
  readonly message: string;
}

/**
 * Sends a sentence to a topic for each event that fits. EventBridge publishes by the policy of the topic and of its key,
 * not in a role, with which messages to encrypted topics get lost (EventBridge user guide, "Using resource-based
 * policies"); and without conditions on the source, which it does not state to KMS (SNS developer guide, "Key
 * management"). Imported topics and keys must allow it already.
 */
export function tellOfEvents(scope: Construct, id: string, notice: EventNotice): void {
  const { description, pattern, topic } = notice;
  new events.Rule(scope, id, {
    description,
    eventPattern: pattern,
    targets: [new SnsTopic(topic, { message: events.RuleTargetInput.fromText(notice.message) })],
  });
}
