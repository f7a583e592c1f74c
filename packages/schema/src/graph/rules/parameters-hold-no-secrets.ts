import { nameLooksLikeSecret, valueLooksLikeSecret } from '../../definition/looks-like-secret.js';
import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'secret-parameter': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R27'],
    message: (p: { name: string; what: string }) => `${p.what} of the parameter "${p.name}" looks like a secret`,
    help: () => 'keep the secret in AWS Secrets Manager, pass its ARN, and read it inside the container',
    explanation:
      'The definition of a pipeline, the defaults of its parameters and the values of every execution can be read in plain text by anyone who may describe the pipeline. A secret does not belong there.',
  },
});

/** Neither the name nor the default of a parameter looks like a secret. */
export const parametersHoldNoSecrets: GraphRule = {
  rules: ['R27'],
  diagnostics,
  check: function* ({ graph }) {
    for (const { name, defaultValue, path } of graph.parameters) {
      const value = typeof defaultValue === 'string' && valueLooksLikeSecret(defaultValue);
      if (!value && !nameLooksLikeSecret(name)) continue;
      yield diagnostics['secret-parameter']({ name, what: value ? 'the default' : 'the name' }, { path });
    }
  },
};
