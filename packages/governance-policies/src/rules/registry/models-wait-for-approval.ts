import { registrations } from '../../jobs/registrations.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-REG-001 */
export const modelsWaitForApproval = defineRule({
  id: 'MR-REG-001',
  profiles: { baseline: 'error' },
  title: 'models are registered as PendingManualApproval, in so many words',
  checks: 'ModelApprovalStatus of RegisterModel steps is PendingManualApproval, or Rejected.',
  why: 'Deployments start when a version becomes Approved. A pipeline that registers as Approved deploys whatever it has trained, and nobody has looked at it.',
  fix: {
    kind: 'safe',
    how: 'set ModelApprovalStatus to PendingManualApproval and let a person, or a pipeline of another role, approve',
  },
  source:
    'CreateModelPackage; condition key sagemaker:ModelApprovalStatus; 22 of 54 public repositories register as Approved (survey of 2026-11)',
  subjects: registrations,
  judge: function* (job, context) {
    const { value, path } = job.member(['ModelApprovalStatus']);
    const answer = judgeValue(
      context.read(value),
      (given) => given === 'PendingManualApproval' || given === 'Rejected',
    );
    const what =
      value === undefined ? 'the model says nothing of its approval' : 'the model does not wait for approval';
    yield* tell(answer, { path, violated: what, unknown: 'the model may not wait for approval' });
  },
});
