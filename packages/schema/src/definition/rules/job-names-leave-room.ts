import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { SageMakerStepType } from '../../step-types/step-type-names.js';
import { ruleOnSteps } from '../rule-on-steps.js';

/** The member that names what a step makes, and the longest name (API). */
const NAMES: { readonly [T in SageMakerStepType]?: readonly [member: string, atMost: number] } = {
  Processing: ['ProcessingJobName', 63],
  ClarifyCheck: ['ProcessingJobName', 63],
  QualityCheck: ['ProcessingJobName', 63],
  Training: ['TrainingJobName', 63],
  Transform: ['TransformJobName', 63],
  Model: ['ModelName', 63],
  Tuning: ['HyperParameterTuningJobName', 32],
  AutoML: ['AutoMLJobName', 32],
};

// AWS does not say how long the suffix is; names of jobs that pipelines start end with a hyphen and ten characters.
const SUFFIX = 11;

const diagnostics = defineDiagnostics('definition', {
  'long-job-name': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R102'],
    message: (p: { member: string; given: number; room: number }) =>
      `${p.member} is only the beginning of the name, and its ${p.given} characters leave no room for the suffix`,
    help: (p) => `use at most ${p.room} characters`,
    explanation:
      'In a pipeline the name of a job or a model is a prefix: SageMaker appends a suffix of its own in every execution. Prefix and suffix together must fit into the 63 characters of a name, 32 for tuning and AutoML jobs. How long the suffix is, AWS does not say; 11 characters are assumed.',
  },
});

/** The prefix of a name leaves room for what SageMaker appends. */
export const jobNamesLeaveRoom = ruleOnSteps({
  rules: ['R102'],
  // Object.keys is typed string[]; the constant above has exactly these keys.
  types: Object.keys(NAMES) as readonly SageMakerStepType[],
  diagnostics,
  check: function* ({ step, path }) {
    // The rule sees steps of these types only.
    const [member, atMost] = NAMES[step.Type as SageMakerStepType] ?? ['', 0];
    const name = step.Arguments[member];
    // A longer name than the whole is refused by AWS's own shape.
    if (typeof name !== 'string' || name.length <= atMost - SUFFIX || name.length > atMost) return;
    const parameters = { member, given: name.length, room: atMost - SUFFIX };
    yield diagnostics['long-job-name'](parameters, { path: [...path, 'Arguments', member] });
  },
});
