import { z } from 'zod';
import { jobRoles } from '../../jobs/job-roles.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { asWritten } from '../../values/as-written.js';
import { isDeployed } from '../../values/is-deployed.js';
import { beginsUnknown } from '../../values/is-unknown-text.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';
import { matchesPattern } from '../../values/matches-pattern.js';

const ARN = /^arn:[^:]+:iam::(?<account>[^:]*):role\/(?:.*\/)?(?<name>[^/]+)$/;
const OWN = /^<(?:jobRoleArn|pipelineRoleArn)>$/;

interface KnownRoles {
  readonly account: string | undefined;
  readonly roles: readonly string[];
}

/** MR-IAM-001 */
export const rolesBelongToTheEnvironment = defineRule({
  id: 'MR-IAM-001',
  profiles: { baseline: 'error' },
  title: 'roles of jobs belong to the environment',
  checks:
    'RoleArn of jobs and ExecutionRoleArn of models: a role of the account of the environment, and one of the option "roles" where it has some.',
  why: 'Whoever may pass a role and start a job has the rights of that role. A role of another account, or one that was made for administrators, turns a pipeline into a way around every review.',
  fix: { kind: 'none', how: 'use the role that is made for the jobs of this pipeline: in a spec leave roleArn out' },
  source: 'Prowler, privilege escalation by iam:PassRole and sagemaker:CreateTrainingJob or CreateProcessingJob',
  options: z.strictObject({
    roles: z.array(z.string()).default([]).describe('Roles that jobs may have: names or ARNs, * for any characters.'),
  }),
  subjects: (context) => jobRoles(context).filter(({ value }) => value !== undefined),
  judge: function* ({ value, path }, context, { roles }) {
    const known = { account: context.deployValue('account'), roles };
    const answer = judgeText(context.read(value), (given = '') => verdictOf(given, known));
    // With nothing to compare with, the form alone can be wrong.
    const isComparable = known.account !== undefined || roles.length > 0;
    yield* tell(answer, {
      path,
      about: asWritten(value),
      violated: isComparable ? 'this is no role for jobs of the environment' : 'this is no ARN of a role',
      unknown: 'this may be no role for jobs of the environment',
    });
  },
});

function verdictOf(role: string, { account: own, roles }: KnownRoles): Verdict {
  if (OWN.test(role) || isDeployed(role)) return 'holds';
  if (beginsUnknown(role)) return 'unknown';
  const { account, name } = ARN.exec(role)?.groups ?? {};
  if (account === undefined || name === undefined) return 'violated';
  if (own !== undefined && /^\d{12}$/.test(account) && account !== own) return 'violated';
  if (roles.length === 0) return 'holds';
  return roles.some((pattern) => matchesPattern(name, pattern) || matchesPattern(role, pattern)) ? 'holds' : 'violated';
}
