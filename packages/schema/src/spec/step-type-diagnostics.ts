import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { suggest } from '../diagnostics/did-you-mean.js';
import { withArticle } from '../diagnostics/with-article.js';

/** Messages on the type of a step and the body that goes with it. */
export const stepTypeDiagnostics = defineDiagnostics('spec', {
  'unknown-step-type': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R6'],
    message: (p: { given: string; known: readonly string[]; alias?: string | undefined }) =>
      `"${p.given}" is no step type`,
    help: (p) => (p.alias === undefined ? suggest(p.given, p.known) : `SageMaker calls it "${p.alias}"`),
    explanation: 'The type of a step is one of the names that SageMaker uses, written as SageMaker writes them.',
  },
  'setting-not-for-type': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R52', 'R64', 'R68'],
    message: (p: { type: string; setting: string }) => `${withArticle(p.type)} step takes no "${p.setting}"`,
    help: (p) => `remove "${p.setting}"`,
    explanation:
      'SageMaker caches and retries only steps of certain types, and only steps that start containers have an environment, a network, a role or a key of their own.',
  },
  'exception-not-for-type': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R65'],
    message: (p: { type: string; exception: string; allowed: readonly string[] }) =>
      `the retry of ${withArticle(p.type)} step cannot name ${p.exception}`,
    help: (p) => `allowed: ${p.allowed.join(', ')}`,
    explanation:
      'Exceptions that begin with "SageMaker." come from jobs. A step that starts no job, such as Model or RegisterModel, is retried on faults of the service only (SageMaker Python SDK, model_step.py).',
  },
  'body-does-not-match-type': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R3'],
    message: (p: { type: string; own: string; given: string; givenType: string }) =>
      `${withArticle(p.type)} step has no "${p.given}"; its own body "${p.own}" is missing`,
    help: (p) => `write "type: ${p.givenType}", or give the body of ${withArticle(p.type)} step under "${p.own}:"`,
    explanation:
      'Every step has the body of its type, under the key of that type: a Processing step has "processing:", a RegisterModel step "register:".',
  },
  'branches-in-arguments': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { member: string }) => `"${p.member}" cannot be given in "arguments"`,
    help: () => 'name the steps of the branches in "ifSteps" and "elseSteps" of the body',
    explanation:
      'A condition names the steps of its branches, and each step has one place in the file. Steps inside "arguments" would be unknown to everything that follows references. A condition with literal steps inside can be written as a "raw" step.',
  },
});
