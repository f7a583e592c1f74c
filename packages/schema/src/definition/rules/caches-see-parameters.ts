import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { listNames } from '../../diagnostics/did-you-mean.js';
import { violated } from '../../judgements/judged.js';
import { parametersThatACacheIgnores } from '../../judgements/parameters-that-a-cache-ignores.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'cache-ignores-parameter': {
    severity: 'info',
    kind: 'remark',
    rules: ['R72'],
    message: (p: { parameters: readonly string[] }) =>
      `cached steps do not run again for another value of ${listNames(p.parameters)}`,
    help: () =>
      'nothing to do if the result does not depend on it; otherwise pass it as an argument or in the environment too',
    explanation:
      'SageMaker compares only some attributes of a step: for Processing AppSpecification, Environment and ProcessingInputs, for Training the algorithm, hyperparameters, inputs, environment, checkpoints and debugger. Instance type, role, places of outputs, network and run time are not compared: when only they change, the former result is used again, and it lies where the former execution has put it. All such parameters are named in one message, at the first of them.',
  },
});

/** Parameters of cached steps stand where SageMaker compares them. */
export const cachesSeeParameters: DefinitionRule = {
  rules: ['R72'],
  diagnostics,
  check: function* (context) {
    const found = violated(parametersThatACacheIgnores(context));
    const [first] = found;
    const parameters = [...new Set(found.flatMap((each) => each.parameters))];
    if (first !== undefined) yield diagnostics['cache-ignores-parameter']({ parameters }, { path: first.path });
  },
};
