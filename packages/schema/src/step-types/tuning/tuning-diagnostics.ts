import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';

/** Messages on what a tuning job looks for, and how long. */
export const tuningDiagnostics = defineDiagnostics('spec', {
  'range-upside-down': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R86'],
    message: (p: { name: string; min: string; max: string }) =>
      `the range of "${p.name}" goes from ${p.min} to ${p.max}: min must be below max`,
    help: (p) => (p.min === p.max ? `make "${p.name}" a static hyperparameter` : 'swap the two'),
    explanation:
      'A tuning job tries values from the smallest to the greatest of a range, so the first must be below the second. What shall not vary is a static hyperparameter.',
  },
  'tuned-and-static': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R86'],
    message: (p: { name: string }) => `the hyperparameter "${p.name}" is tuned, and it has a fixed value too`,
    help: () => 'remove it from staticHyperparameters, or remove its range',
    explanation:
      'A hyperparameter either varies in a range or has the same value in all training jobs. SageMaker refuses a tuning job that says both.',
  },
  'tuned-twice': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R86'],
    message: (p: { name: string; kinds: readonly string[] }) =>
      `the hyperparameter "${p.name}" has ranges of two kinds: ${p.kinds.join(' and ')}`,
    help: () => 'keep the one that fits its values',
    explanation: 'A hyperparameter varies in one range: whole numbers, numbers, or a list of values.',
  },
  'grid-needs-categories': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R86'],
    message: (p: { kind: string }) =>
      `a grid search has no ${p.kind} ranges: it tries every combination of listed values`,
    help: () => 'list the values as a categorical range, or choose another strategy',
    explanation:
      'The strategy Grid trains once for every combination of values, so each hyperparameter needs a list of values: a categorical range.',
  },
  'wrong-job-limit': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R86'],
    message: (p: { problem: string }) => p.problem,
    help: (p: { problem: string; advice: string }) => p.advice,
    explanation:
      'A tuning job runs maxJobs training jobs, maxParallelJobs of them at once. A grid search trains once for every combination of values, so it needs no maxJobs, and another number than that of the combinations is refused.',
  },
  'objective-not-measured': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R86'],
    message: (p: { name: string; metrics: readonly string[] }) =>
      `the objective "${p.name}" is none of the metrics: ${p.metrics.join(', ')}`,
    help: () => 'add a metric of that name, or name one of those as the objective',
    explanation:
      'SageMaker compares training jobs by the objective, which it reads from their logs by a metric definition. Built-in algorithms have metrics of their own and need no definitions; once there are some, the objective is one of them.',
  },
});
