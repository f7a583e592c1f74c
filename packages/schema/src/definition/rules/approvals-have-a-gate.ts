import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { hasGateBefore } from '../../judgements/has-gate-before.js';
import { ruleOnSteps } from '../rule-on-steps.js';

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
  check: function* (placed, context) {
    const { step, path } = placed;
    if (step.Arguments[STATUS] !== 'Approved') return;
    if (hasGateBefore(placed, context)) return;
    yield diagnostics['approved-without-gate']({}, { path: [...path, 'Arguments', STATUS] });
  },
});
