import { editsThatSet } from '../../fixes/edits-that-set.js';
import { environmentRole } from '../../fixes/environment-role.js';
import { jobRoles } from '../../jobs/job-roles.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { asWritten } from '../../values/as-written.js';
import { isDeployed } from '../../values/is-deployed.js';
import { beginsUnknown } from '../../values/is-unknown-text.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';

/** MR-IAM-002 */
export const jobsHaveARoleOfTheirOwn = defineRule({
  id: 'MR-IAM-002',
  profiles: { regulated: 'warning' },
  title: 'jobs have another role than the pipeline',
  checks:
    'RoleArn of jobs and ExecutionRoleArn of models are given, and are not the role of the pipeline, as far as it is known.',
  why: 'With the role of the pipeline the code in a container may start jobs, pass roles and stop what others run. Two roles keep both small: one starts jobs, the other touches data.',
  fix: { kind: 'safe', how: 'give jobs a role of their own (a spec does so unless "roleArn:" says otherwise)' },
  source: 'SageMaker developer guide, build-and-manage-access: steps use the role of the pipeline where none is given',
  subjects: jobRoles,
  judge: function* ({ value, path, place }, context) {
    const answer = judgeText(context.read(value), (given) => verdictOf(given, context));
    const what =
      value === undefined ? 'it has the role of the pipeline, since it states none' : 'it has the role of the pipeline';
    yield* tell(answer, {
      path,
      place,
      about: asWritten(value),
      edits: editsThatSet(place, environmentRole(context)),
      violated: what,
      unknown: 'it may have the role of the pipeline',
    });
  },
});

function verdictOf(role: string | undefined, context: PolicyContext): Verdict {
  if (role === undefined || role === '<pipelineRoleArn>') return 'violated';
  // The role of the pipeline itself has a name of its own in templates.
  if (role === '<jobRoleArn>' || role === context.deployValue('jobRoleArn') || isDeployed(role)) return 'holds';
  const ofPipeline = context.deployValue('pipelineRoleArn');
  if (beginsUnknown(role)) return 'unknown';
  if (ofPipeline === undefined) return 'unknown';
  return role === ofPipeline ? 'violated' : 'holds';
}
