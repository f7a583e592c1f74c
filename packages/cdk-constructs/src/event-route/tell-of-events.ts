import * as events from 'aws-cdk-lib/aws-events';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { EventRoute } from './event-route.js';
import { publishStatements } from './publish-statements.js';

/** Whom to tell of which events, and how. */
export interface EventNotice {
  readonly description: string;
  readonly pattern: events.EventPattern;
  readonly topic: sns.ITopic;
  /** Text with `EventField.fromPath('$.detail.x')` in it. */
  readonly message: string;
}

/** Sends a sentence to a topic for each event that fits. */
export function tellOfEvents(scope: Construct, id: string, notice: EventNotice): EventRoute {
  return new EventRoute(scope, id, {
    description: notice.description,
    pattern: notice.pattern,
    targetArn: notice.topic.topicArn,
    input: events.RuleTargetInput.fromText(notice.message),
    statements: publishStatements([notice.topic]),
  });
}
