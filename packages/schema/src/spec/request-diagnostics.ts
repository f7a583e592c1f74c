import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';

/** Messages on what the request that creates a pipeline says beside the definition. */
export const requestDiagnostics = defineDiagnostics('spec', {
  'invalid-tag': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R13'],
    message: (p: { what: string; problem: string }) => `AWS refuses ${p.what}: ${p.problem}`,
    help: () => 'letters, digits, spaces and _ . : / = + - @ are allowed; keys do not begin with "aws:"',
    explanation:
      'Resources of SageMaker take at most 50 tags. Keys have 1 to 128 characters and do not begin with "aws:", which AWS keeps for itself; values have at most 256 characters.',
  },
  'invalid-parallelism': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R14'],
    message: (p: { given: string }) => `the parallelism is a whole number from 1 on, but this is ${p.given}`,
    help: () => 'write how many steps may run at once, or leave the key out for no limit',
    explanation:
      'SageMaker runs every step as soon as it is ready, unless the pipeline says how many may run at once (MaxParallelExecutionSteps): a literal whole number, at least 1.',
  },
});
