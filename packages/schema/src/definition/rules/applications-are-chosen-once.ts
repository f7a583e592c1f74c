import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { wrongChoice } from '../given-members.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const diagnostics = defineDiagnostics('definition', {
  'application-choice': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R98'],
    message: (p: { given: string }) =>
      `an EMRServerless step has exactly one of ApplicationId and ApplicationConfig, but ${p.given}`,
    help: () => 'ApplicationId names an application that exists, ApplicationConfig describes one for the step',
    explanation:
      'A job of EMR Serverless runs in an application: one that exists, or one that SageMaker creates for the step. EMRServerlessStep of the SageMaker SDK refuses both together and neither.',
  },
});

/** An EMRServerless step runs in one application, which exists or is described. */
export const applicationsAreChosenOnce = ruleOnSteps({
  rules: ['R98'],
  types: ['EMRServerless'],
  diagnostics,
  check: function* ({ step, path }) {
    const given = wrongChoice(step.Arguments, ['ApplicationId', 'ApplicationConfig']);
    if (given !== undefined) yield diagnostics['application-choice']({ given }, { path: [...path, 'Arguments'] });
  },
});
