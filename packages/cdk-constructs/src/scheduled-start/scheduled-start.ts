import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { CfnSchedule, type ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { RolePolicy, type RoleStatement } from '../role-policy/role-policy.js';

/** When something starts; a `ScheduleExpression` of the CDK can be written as one by {@link startTime}. */
export interface StartTime {
  /** `cron(…)`, `rate(…)` or `at(…)` of EventBridge Scheduler. */
  readonly expression: string;
  /**
   * A name of the IANA database; counts for `cron` and `at`.
   * @default 'UTC'
   */
  readonly timezone?: string;
  /** @default true */
  readonly enabled?: boolean;
}

/** A schedule of the CDK in the words of a {@link StartTime}. */
export function startTime({ expressionString, timeZone }: ScheduleExpression): StartTime {
  return { expression: expressionString, ...(timeZone && { timezone: timeZone.timezoneName }) };
}

/** Settings of {@link ScheduledStart}. */
export interface ScheduledStartProps {
  readonly description: string;
  readonly time: StartTime;
  readonly encryptionKey: kms.IKey;
  readonly targetArn: string;
  /** What else the target takes, in the words of `AWS::Scheduler::Schedule`. */
  readonly target?: Omit<CfnSchedule.TargetProperty, 'arn' | 'roleArn'>;
  /** What starting takes. */
  readonly statements: readonly RoleStatement[];
}

/** A schedule of EventBridge Scheduler, and the role with which it starts its target and does nothing else. */
export class ScheduledStart extends Construct {
  constructor(scope: Construct, id: string, props: ScheduledStartProps) {
    super(scope, id);
    const { description, time, encryptionKey } = props;
    const role = new iam.Role(this, 'Role', { description, assumedBy: scheduler(Stack.of(this)) });
    const statements = [...props.statements, decryptsSchedule(encryptionKey)];
    const policy = new RolePolicy(this, 'Policy', { role, statements });
    const schedule = new CfnSchedule(this, 'Schedule', {
      description,
      scheduleExpression: time.expression,
      scheduleExpressionTimezone: time.timezone ?? 'UTC',
      state: (time.enabled ?? true) ? 'ENABLED' : 'DISABLED',
      flexibleTimeWindow: { mode: 'OFF' },
      kmsKeyArn: encryptionKey.keyArn,
      target: { ...props.target, arn: props.targetArn, roleArn: role.roleArn },
    });
    schedule.node.addDependency(policy);
  }
}

/**
 * The Scheduler on behalf of schedules of this account's default group; a narrower ARN, of a schedule, would let none of
 * them start (EventBridge Scheduler, "Confused deputy prevention").
 */
function scheduler(stack: Stack): iam.IPrincipal {
  const group = stack.formatArn({ service: 'scheduler', resource: 'schedule-group', resourceName: 'default' });
  return new iam.ServicePrincipal('scheduler.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': group } },
  });
}

/** The key of the schedule itself (EventBridge Scheduler, "Encryption at rest"). */
function decryptsSchedule({ keyArn }: kms.IKey): RoleStatement {
  return { sid: 'DecryptSchedule', actions: ['kms:Decrypt'], resources: [keyArn] };
}
