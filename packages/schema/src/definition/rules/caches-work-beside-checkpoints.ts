import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { CHECKPOINT_ATTRIBUTE, cachedStepsThatNeverHit } from '../../judgements/cached-steps-that-never-hit.js';
import { violated } from '../../judgements/judged.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'cache-never-hits-with-checkpoints': {
    severity: 'info',
    kind: 'remark',
    rules: ['R70'],
    message: (p: { reason: string }) => p.reason,
    help: () => 'nothing to do: checkpoints of one job must not be taken up by another',
    explanation:
      'CheckpointConfig belongs to the attributes that SageMaker compares. Checkpoints lie in a place of their own for each execution, so that no job continues where another has ended; therefore a step with checkpoints runs in every execution, although it is cached.',
  },
});

/** Steps with checkpoints are not cached in vain. Of specs the lowering says so, which knows who chose the place. */
export const cachesWorkBesideCheckpoints: DefinitionRule = {
  rules: ['R70'],
  diagnostics,
  foreignOnly: true,
  check: function* (context) {
    for (const { attribute, reason, path } of violated(cachedStepsThatNeverHit(context))) {
      if (attribute === CHECKPOINT_ATTRIBUTE)
        yield diagnostics['cache-never-hits-with-checkpoints']({ reason }, { path });
    }
  },
};
