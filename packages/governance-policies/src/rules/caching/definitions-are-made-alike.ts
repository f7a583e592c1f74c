import { hyperparametersOfOneCompilation, JOB_NAME_HYPERPARAMETER } from '@millrace/schema';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import { JudgementsByPlace } from '../../rule/judgements-by-place.js';
import type { PolicyContext } from '../../rule/policy-context.js';

/** MR-CAC-006 */
export const definitionsAreMadeAlike = defineRule({
  id: 'MR-CAC-006',
  profiles: { baseline: 'warning' },
  title: 'a definition that is made again is the same',
  checks:
    'Hyperparameters that hold the time at which the definition was made: sagemaker_job_name, and a timestamp in sagemaker_submit_directory.',
  why: 'Every compilation gives another definition: cached steps miss their cache after each deployment, and nobody can compare what is deployed with what is in the repository.',
  fix: {
    kind: 'safe',
    how: 'remove the hyperparameter, or compile with Millrace, whose output depends on its input alone',
  },
  source: 'Issues 2736 and 2940 of the SageMaker Python SDK; rule R85 of Millrace',
  sameAs: ['definition/hyperparameter-of-compilation'],
  subjects: (context) => governedJobs(context).filter(({ form }) => form === 'training'),
  judge: function* ({ path }, context) {
    yield* context.once(timestampsByJob).at(path);
  },
});

/** The path of a hyperparameter without its name and its map is the path of its job. */
function timestampsByJob({ definition }: PolicyContext): JudgementsByPlace {
  const judgements = [...hyperparametersOfOneCompilation(definition)].map(({ step: _, name, ...judgement }) =>
    // The scripts have to be named somewhere; where, only who uploads them by their content knows.
    name === JOB_NAME_HYPERPARAMETER
      ? { ...judgement, edits: [{ path: judgement.path, remove: true as const }] }
      : judgement,
  );
  return new JudgementsByPlace(judgements, ({ path }) => path.slice(0, -2));
}
