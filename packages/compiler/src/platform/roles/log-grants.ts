import { platformArn } from '../platform-text.js';
import { ANYTHING } from './definition-texts.js';
import type { JobStep } from './job-steps.js';
import type { Grant } from './statement-list.js';

/** What it takes to write logs and metrics: SageMaker does it with the role of the job. */
export function logGrants(steps: readonly JobStep[]): readonly Grant[] {
  const groups = [...new Set(steps.flatMap(({ role }) => role?.logGroup ?? []))];
  if (groups.length === 0) return [];
  return [...groups.flatMap(writeLogs), publishMetrics(groups)];
}

/** CloudWatch Logs has two ARNs of a group, with and without `:*` (user guide, "Resources: log group ARNs"). */
function writeLogs(group: string): readonly Grant[] {
  const log = (rest: string) => ({
    resource: platformArn('logs', `log-group:${group}${rest}`),
    reason: 'a job makes streams with names of its own in the log group',
  });
  return [
    {
      sid: 'FindLogs',
      actions: ['logs:CreateLogGroup', 'logs:DescribeLogStreams'],
      resources: [log(''), log(':*')],
      why: 'Jobs find the log groups that SageMaker has for them; the first job makes its group.',
    },
    {
      sid: 'WriteLogs',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [log(':log-stream:*')],
      why: 'Jobs write their logs.',
    },
  ];
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
