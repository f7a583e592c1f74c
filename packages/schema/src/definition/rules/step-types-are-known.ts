import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
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
});

/** Steps are of types that SageMaker knows. */
export const stepTypesAreKnown: DefinitionRule = {
  rules: ['R6'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { step, path } of steps) {
      if (!isSageMakerStepType(step.Type))
        yield diagnostics['unknown-step-type']({ type: step.Type }, { path: [...path, 'Type'] });
    }
  },
};
