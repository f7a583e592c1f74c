import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { violated } from '../../judgements/judged.js';
import { secretsInTheOpen } from '../../judgements/secrets-in-the-open.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'secret-in-the-open': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R108'],
    message: (p: { reason: string }) => p.reason,
    help: () => 'keep the secret in AWS Secrets Manager, pass its ARN, and read it inside the container',
    explanation:
      'Environment variables, hyperparameters and arguments stand in plain text in the definition, in the console and in the answers of DescribePipeline, DescribeTrainingJob and their like. Whoever may read those reads the secret. A name that ends with Arn, Name or Id only leads to a secret and is no problem.',
  },
});

/** Environment, hyperparameters and arguments of jobs hold no secrets. */
export const jobsHoldNoSecrets: DefinitionRule = {
  rules: ['R108'],
  diagnostics,
  check: function* (context) {
    for (const { reason, path } of violated(secretsInTheOpen(context))) {
      yield diagnostics['secret-in-the-open']({ reason }, { path });
    }
  },
};
