import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { isNumber, numberOf } from '../../source/source-number.js';
import { givenMembers, wrongChoice } from '../given-members.js';
import { listAt, memberAt } from '../member-at.js';
import type { PlacedStep } from '../placed-steps.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const diagnostics = defineDiagnostics('definition', {
  'tuning-definition-choice': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R86'],
    message: (p: { given: string }) =>
      `a tuning job has exactly one of TrainingJobDefinition and TrainingJobDefinitions, but ${p.given}`,
    help: () => 'TrainingJobDefinition is one algorithm, TrainingJobDefinitions a list of 1 to 10',
    explanation:
      'CreateHyperParameterTuningJob takes one training job definition or a list of them, for a search over several algorithms. SageMaker refuses both together and neither.',
  },
  'tuning-definition-incomplete': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R86'],
    message: (p: { missing: readonly string[] }) =>
      `an entry of TrainingJobDefinitions needs a ${p.missing.join(' and a ')} of its own`,
    help: (p) => `add ${p.missing.join(' and ')}`,
    explanation:
      'When a tuning job searches over several training job definitions, each has a name by which its results are told apart (DefinitionName) and a metric to tune for (TuningObjective).',
  },
  'too-many-parallel-trainings': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R86'],
    message: (p: { parallel: number; total: number }) =>
      `MaxParallelTrainingJobs is ${p.parallel}, more than the ${p.total} of MaxNumberOfTrainingJobs`,
    help: (p) => `at most ${p.total}; fewer let the search learn from the jobs before`,
    explanation:
      'ResourceLimits of a tuning job: SageMaker refuses more parallel training jobs than there are training jobs at all.',
  },
});

/** A tuning job has one definition or a list of named ones, and starts no more jobs at once than it has. */
export const tuningJobsAreDefinedOnce = ruleOnSteps({
  rules: ['R86'],
  types: ['Tuning'],
  diagnostics,
  check: function* ({ step, path }) {
    const at = [...path, 'Arguments'];
    const given = wrongChoice(step.Arguments, ['TrainingJobDefinition', 'TrainingJobDefinitions']);
    if (given !== undefined) yield diagnostics['tuning-definition-choice']({ given }, { path: at });
    yield* checkDefinitions(step, at);
    yield* checkLimits(step, [...at, 'HyperParameterTuningJobConfig', 'ResourceLimits']);
  },
});

function* checkDefinitions({ Arguments }: PlacedStep['step'], path: Path): Iterable<Diagnostic> {
  const needed = ['DefinitionName', 'TuningObjective'];
  for (const [index, definition] of listAt(Arguments, 'TrainingJobDefinitions').entries()) {
    const given = givenMembers(definition, needed);
    const missing = needed.filter((key) => !given.includes(key));
    if (missing.length > 0)
      yield diagnostics['tuning-definition-incomplete'](
        { missing },
        { path: [...path, 'TrainingJobDefinitions', index] },
      );
  }
}

function* checkLimits({ Arguments }: PlacedStep['step'], path: Path): Iterable<Diagnostic> {
  const limits = memberAt(Arguments, 'HyperParameterTuningJobConfig', 'ResourceLimits');
  const parallel = memberAt(limits, 'MaxParallelTrainingJobs');
  const total = memberAt(limits, 'MaxNumberOfTrainingJobs');
  if (!isNumber(parallel) || !isNumber(total) || numberOf(parallel) <= numberOf(total)) return;
  yield diagnostics['too-many-parallel-trainings'](
    { parallel: numberOf(parallel), total: numberOf(total) },
    { path: [...path, 'MaxParallelTrainingJobs'] },
  );
}
