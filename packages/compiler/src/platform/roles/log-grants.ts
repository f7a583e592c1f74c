import { deployValue } from '@millrace/schema';
import { platformArn } from '../platform-text.js';
import { ANYTHING } from './definition-texts.js';
import type { JobStep } from './job-steps.js';
import type { Grant } from './statement-list.js';

/** What it takes to write logs and metrics: SageMaker does it with the role of the job. */
export function logGrants(steps: readonly JobStep[]): readonly Grant[] {
  const groups = [...new Set(steps.flatMap(({ role }) => role?.logGroup ?? []))];
  if (groups.length === 0) return [];
  return [...groups.map(writeLogs), publishMetrics(groups)];
}

function writeLogs(group: string): Grant {
  const log = (rest: string) => ({
    resource: platformArn('logs', `log-group:${group}${rest}`, { account: deployValue('account') }),
    reason: 'a job makes streams with names of its own in the log group',
  });
  return {
    sid: 'WriteLogs',
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
    resources: [log(''), log(':*')],
    why: 'Jobs write their logs to the groups that SageMaker has for them.',
  };
}

function publishMetrics(groups: readonly string[]): Grant {
  return {
    sid: 'PublishMetrics',
    actions: ['cloudwatch:PutMetricData'],
    resources: [
      {
        resource: ANYTHING,
        reason: 'cloudwatch:PutMetricData takes no resource; the condition on the namespace is what AWS offers',
      },
    ],
    conditions: { StringEquals: { 'cloudwatch:namespace': groups } },
    why: 'Jobs publish the metrics of their machines and algorithms, under the names that SageMaker has for them.',
  };
}
