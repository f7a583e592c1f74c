import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { judgeEnumValue } from '../../service-model/argument-checks/judge-enum-value.js';
import { isSageMakerStepType, SAGEMAKER_STEP_TYPES, STEP_TYPE_ALIASES } from '../../step-types/step-type-names.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'unknown-step-type': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R6'],
    message: (p: { type: string }) => `"${p.type}" is not a step type of SageMaker`,
    help: (p) => {
      const alias = Object.hasOwn(STEP_TYPE_ALIASES, p.type) ? STEP_TYPE_ALIASES[p.type] : undefined;
      return alias === undefined ? suggest(p.type, SAGEMAKER_STEP_TYPES, 'types') : `SageMaker calls it "${alias}"`;
    },
    explanation:
      'SageMaker knows a fixed list of step types and compares them exactly, upper and lower case included. What the Python SDK calls CreateModel is the type Model in a definition.',
  },
  'newer-step-type': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R6'],
    message: (p: { type: string }) =>
      `"${p.type}" is no step type that this version of Millrace knows; SageMaker may have added it since`,
    help: () => 'compare the name with the API reference; the step is kept as it is, and a dry run does not execute it',
    explanation:
      'SageMaker adds step types faster than Millrace is released. A name that is formed like the known ones and is no misspelling of one is kept: its references are followed and it is drawn, but its arguments are not checked and a dry run does not execute it.',
  },
});

/** Steps are of types that SageMaker knows. */
export const stepTypesAreKnown: DefinitionRule = {
  rules: ['R6'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { step, path } of steps) {
      if (isSageMakerStepType(step.Type)) continue;
      yield diagnostics[isPlausible(step.Type) ? 'newer-step-type' : 'unknown-step-type'](
        { type: step.Type },
        { path: [...path, 'Type'] },
      );
    }
  },
};

function isPlausible(type: string): boolean {
  return !Object.hasOwn(STEP_TYPE_ALIASES, type) && judgeEnumValue(type, SAGEMAKER_STEP_TYPES).plausible;
}
