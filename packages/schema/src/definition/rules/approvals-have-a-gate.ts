import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { STEP_MEMBERS } from '../../step-types/step-members.js';
import { isSageMakerStepType } from '../../step-types/step-type-names.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { PlacedStep } from '../placed-steps.js';
import { ruleOnSteps } from '../rule-on-steps.js';
import { waitedFor } from '../waits-of-steps.js';

const STATUS = 'ModelApprovalStatus';

const diagnostics = defineDiagnostics('definition', {
  'approved-without-gate': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R92'],
    message: () => 'every model is registered as Approved: no condition, check or answer from outside stands before it',
    help: () =>
      'register as PendingManualApproval, or put the registration into a branch of a condition on its quality',
    explanation:
      'An Approved version is what deployments take. A registration that nothing can stop approves every model that can be trained, a bad one included. A condition around it, a check that fails on violations or a callback before it count as a gate.',
  },
});

/** A model that is registered as Approved has passed something that could have stopped it. */
export const approvalsHaveAGate = ruleOnSteps({
  rules: ['R92'],
  types: ['RegisterModel'],
  diagnostics,
  check: function* ({ step, path }, context) {
    if (step.Arguments[STATUS] !== 'Approved') return;
    for (const name of waitedFor(step.Name, context.waits)) {
      const before = context.step(name);
      if (before !== undefined && isGate(before)) return;
    }
    yield diagnostics['approved-without-gate']({}, { path: [...path, 'Arguments', STATUS] });
  },
});

/** What may keep later steps from running although nothing is broken. */
function isGate({ step, branch }: PlacedStep): boolean {
  const isChecked = isSageMakerStepType(step.Type) && STEP_MEMBERS[step.Type]?.includes('FailOnViolation') === true;
  return branch !== undefined || stepTypeFacts(step.Type)?.execution === 'outside-wait' || isChecked;
}
