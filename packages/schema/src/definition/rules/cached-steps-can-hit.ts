import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { CHECKPOINT_ATTRIBUTE, cachedStepsThatNeverHit } from '../../judgements/cached-steps-that-never-hit.js';
import { violated } from '../../judgements/judged.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'cache-never-hits': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R70'],
    message: (p: { reason: string }) => p.reason,
    help: () => 'take the changing part out, cache the step that it comes from, or switch caching off here',
    explanation:
      'SageMaker uses a result again when a former execution of the same step had equal key attributes, after all references were filled in: for Training the algorithm, hyperparameters, inputs and environment, for Processing the image, inputs and environment. The id of the execution, times, names of jobs and outputs of steps that run anew every time make them differ, so the step runs every time although it is cached.',
  },
});

/** Steps that are cached can use a result again. */
export const cachedStepsCanHit: DefinitionRule = {
  rules: ['R70'],
  diagnostics,
  check: function* (context) {
    for (const { attribute, isConsequence, reason, path } of violated(cachedStepsThatNeverHit(context))) {
      if (isConsequence || attribute === CHECKPOINT_ATTRIBUTE) continue;
      yield diagnostics['cache-never-hits']({ reason }, { path });
    }
  },
};
