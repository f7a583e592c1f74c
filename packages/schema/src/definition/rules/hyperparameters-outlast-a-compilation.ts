import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { isCached } from '../../judgements/freshness.js';
import {
  hyperparametersOfOneCompilation,
  JOB_NAME_HYPERPARAMETER,
} from '../../judgements/hyperparameters-of-one-compilation.js';
import { violated } from '../../judgements/judged.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'hyperparameter-of-compilation': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R85'],
    message: (p: { reason: string }) => p.reason,
    help: () => 'remove sagemaker_job_name; give the code a place that depends on its content, not on the time',
    explanation:
      'The SageMaker SDK puts the name of a job and of its code archive, each with the time, into the hyperparameters of script-mode training. Hyperparameters are part of the cache key, so a definition that was made again misses the cache although nothing has changed (issue 2940 of the SageMaker Python SDK), and every comparison of definitions shows a difference.',
  },
});

/** Hyperparameters are the same when a definition is made again. */
export const hyperparametersOutlastACompilation: DefinitionRule = {
  rules: ['R85'],
  diagnostics,
  check: function* (context) {
    for (const { step, name, reason, path } of violated(hyperparametersOfOneCompilation(context))) {
      // The rule on caches that never hit has told about this one.
      if (name === JOB_NAME_HYPERPARAMETER && isCached(step.step)) continue;
      yield diagnostics['hyperparameter-of-compilation']({ reason }, { path });
    }
  },
};
