import { secretsInTheOpen } from '@millrace/schema';
import { defineRule } from '../../rule/define-rule.js';
import { JudgementsByPlace } from '../../rule/judgements-by-place.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import { candidatesOf } from '../../values/candidates.js';
import { looksLikeCredential } from './looks-like-credential.js';
import { visibleValues } from './visible-values.js';

/** MR-SEC-002 */
export const noSecretsAreWrittenOut = defineRule({
  id: 'MR-SEC-002',
  profiles: { baseline: 'warning' },
  title: 'nothing that is called a secret has its value written out',
  checks:
    'Environment variables and hyperparameters with names such as DB_PASSWORD or api_key and a literal value, or a parameter with a default; names that only lead to a secret, such as SecretArn, are fine.',
  why: 'What is called a password is one, whatever it looks like, and it can be read by whoever may describe the pipeline.',
  fix: { kind: 'none', how: 'give the ARN of a secret, under a name that ends with Arn, and let the script read it' },
  source:
    'SageMaker developer guide: no sensitive information in parameters or step definition fields; rule R108 of Millrace',
  sameAs: ['definition/secret-in-the-open', 'graph/secret-parameter'],
  subjects: (context) => visibleValues(context).filter(({ name }) => name !== undefined),
  judge: function* ({ name, value, path }, context) {
    const isSuspected = context.once(suspicions).at(path).length > 0;
    const { usual } = candidatesOf(context.read(value));
    if (!isSuspected || typeof usual?.value !== 'string' || usual.value === '') return;
    // A credential by its form is told by MR-SEC-001, once.
    if (!looksLikeCredential(usual.value))
      yield violation(`"${name}" looks like a secret, and its value is written out`, { path });
  },
});

/** What the schema suspects by its name. */
function suspicions({ definition }: PolicyContext): JudgementsByPlace {
  return new JudgementsByPlace(secretsInTheOpen(definition));
}
