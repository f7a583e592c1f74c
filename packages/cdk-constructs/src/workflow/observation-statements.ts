import type { RoleStatement } from '../role-policy/role-policy.js';

/** What a state machine needs to log and to trace. */
export function observationStatements(): readonly RoleStatement[] {
  return [
    {
      sid: 'DeliverLogs',
      actions: [
        'logs:CreateLogDelivery',
        'logs:GetLogDelivery',
        'logs:UpdateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:DescribeResourcePolicies',
        'logs:DescribeLogGroups',
      ],
      resources: ['*'],
      wildcard: 'The actions of log delivery have no resource type (Step Functions, "Logging using CloudWatch Logs").',
    },
    {
      sid: 'Trace',
      actions: [
        'xray:PutTraceSegments',
        'xray:PutTelemetryRecords',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
      ],
      resources: ['*'],
      wildcard: 'X-Ray traces and sampling rules have no resource type for these actions (X-Ray with Step Functions).',
    },
  ];
}
