import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'too-many-json-gets': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R50'],
    message: (p: { given: number; atMost: number }) =>
      `the pipeline uses Std:JsonGet ${p.given} times, at most ${p.atMost} are allowed`,
    help: () => 'let a Processing step decide and write one figure',
    explanation:
      'SageMaker allows 200 uses of Std:JsonGet in a pipeline. One figure that combines several needs only one use.',
  },
});

/** A pipeline uses Std:JsonGet at most 200 times. */
export const jsonGetsAreWithinQuota: DefinitionRule = {
  rules: ['R50'],
  diagnostics,
  check: function* ({ expressions, limits }) {
    const uses = expressions.filter(({ expression }) => expression.kind === 'jsonGet');
    const tooMany = uses[limits.jsonGets];
    if (tooMany !== undefined)
      yield diagnostics['too-many-json-gets']({ given: uses.length, atMost: limits.jsonGets }, { path: tooMany.path });
  },
};
