import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { givenMembers } from '../given-members.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const KINDS = ['Actions', 'Artifacts', 'Contexts', 'Associations'];

const diagnostics = defineDiagnostics('definition', {
  'empty-lineage': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R100'],
    message: () => 'the Lineage step records nothing',
    help: () => `give at least one of ${KINDS.join(', ')}`,
    explanation:
      'The arguments of a Lineage step are lists of actions, artifacts, contexts and associations to record. At least one of them is needed (LineageStep of the SageMaker SDK).',
  },
});

/** A Lineage step records at least one thing. */
export const lineageStepsRecordSomething = ruleOnSteps({
  rules: ['R100'],
  types: ['Lineage'],
  diagnostics,
  check: function* ({ step, path }) {
    if (givenMembers(step.Arguments, KINDS).length === 0)
      yield diagnostics['empty-lineage']({}, { path: [...path, 'Arguments'] });
  },
});
