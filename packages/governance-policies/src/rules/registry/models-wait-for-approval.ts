import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { parameterPlace } from '../../fixes/parameter-place.js';
import type { PlacedMember } from '../../jobs/governed-job.js';
import { registrations } from '../../jobs/registrations.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

const WAITING = 'PendingManualApproval';

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
    const member = job.member(['ModelApprovalStatus']);
    const { value, path, place } = member;
    const answer = judgeValue(context.read(value), (given) => given === WAITING || given === 'Rejected');
    const what =
      value === undefined ? 'the model says nothing of its approval' : 'the model does not wait for approval';
    yield* tell(answer, {
      path,
      place,
      edits: waitingEdits(member, context),
      violated: what,
      unknown: 'the model may not wait for approval',
    });
  },
});

/** Where a parameter decides, it goes on to; only its default changes. */
function waitingEdits({ value, place }: PlacedMember, context: PolicyContext): readonly DefinitionEdit[] {
  const read = context.read(value);
  if (read.kind !== 'parameter') return editsThatSet(place, WAITING);
  const { name, allowed } = read.parameter;
  const parameter = parameterPlace(name, context);
  if (parameter === undefined || allowed?.includes(WAITING) === false) return [];
  return editsThatSet([...parameter, 'DefaultValue'], WAITING);
}
