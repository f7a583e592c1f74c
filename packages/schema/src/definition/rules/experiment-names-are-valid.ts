import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { DefinitionRule } from '../definition-rule.js';

const FORM = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}$/;

const diagnostics = defineDiagnostics('definition', {
  'invalid-experiment-name': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R16'],
    message: (p: { member: string; name: string }) => `"${p.name}" is not a valid ${p.member}`,
    help: () => 'letters, digits and "-" are allowed, at most 120, beginning and ending with a letter or digit',
    explanation:
      'SageMaker creates an experiment and a trial for each execution. The definition is accepted with an invalid name, and the execution goes on without them or fails.',
  },
});

/** Literal names of experiment and trial have the form that SageMaker takes. */
export const experimentNamesAreValid: DefinitionRule = {
  rules: ['R16'],
  diagnostics,
  check: function* ({ definition: { PipelineExperimentConfig } }) {
    for (const member of ['ExperimentName', 'TrialName']) {
      const name = PipelineExperimentConfig?.[member];
      if (typeof name !== 'string' || FORM.test(name)) continue;
      yield diagnostics['invalid-experiment-name']({ member, name }, { path: ['PipelineExperimentConfig', member] });
    }
  },
};
