import type { RoleStatement } from '../role-policy/role-policy.js';

/** What a function needs to write into a log group that is there already. */
export function lambdaWritesLogs(logGroupArn: string): RoleStatement {
  return {
    sid: 'WriteLogs',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroupArn],
    wildcard: 'Lambda names log streams by date and instance; the log group is exact.',
  };
}
