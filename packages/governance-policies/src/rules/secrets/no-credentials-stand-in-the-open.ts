import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';
import { textCandidatesOf } from '../../values/candidates.js';
import { looksLikeCredential } from './looks-like-credential.js';
import { visibleValues } from './visible-values.js';

/** MR-SEC-001 */
export const noCredentialsStandInTheOpen = defineRule({
  id: 'MR-SEC-001',
  profiles: { baseline: 'error' },
  title: 'no credentials stand in a definition',
  checks:
    'Environment variables, hyperparameters, arguments of containers and defaults of parameters: forms of known keys and tokens, and long random texts.',
  why: 'A definition and the jobs that it starts can be read by whoever may describe them; they stay in the history of executions and in the search of SageMaker.',
  fix: {
    kind: 'none',
    how: 'give the ARN of a secret and let the script read it with the role of the job; then replace the credential, which many have seen',
  },
  source:
    'SageMaker developer guide: no sensitive information in parameters or step definition fields; Prowler, secrets in notebooks',
  sameAs: ['definition/secret-in-the-open', 'graph/secret-parameter'],
  subjects: visibleValues,
  judge: function* ({ name, value, path }, context) {
    const { usual } = textCandidatesOf(context.read(value));
    const text = typeof usual?.value === 'string' ? usual.value : undefined;
    if (text === undefined || !looksLikeCredential(text)) return;
    // The value itself is not repeated: messages end up in logs.
    yield violation(`${name === undefined ? 'this argument' : `the value of "${name}"`} looks like a credential`, {
      path,
    });
  },
});
