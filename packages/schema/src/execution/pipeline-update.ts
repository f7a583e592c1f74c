import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject } from '../source/json.js';
import { isNumber, numberOf } from '../source/source-number.js';

/** What an update can silently undo (rule R112). */
export const updateDiagnostics = defineDiagnostics('simulation', {
  'parallelism-reset': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R112'],
    message: (p: { deployed: number }) =>
      `the update states no parallelism, so that the deployed limit of ${p.deployed} parallel steps is lost`,
    help: (p) => `write "parallelism: ${p.deployed}" into the pipeline, or accept that all ready steps start at once`,
    explanation:
      'UpdatePipeline without ParallelismConfiguration does not keep the deployed one: it is reset without a word (aws/sagemaker-python-sdk issue 4017 and pull request 4066). Whoever updates a pipeline compares with what is deployed first.',
  },
});

/**
 * What an UpdatePipeline request would silently undo of the pipeline that is deployed (rule R112).
 *
 * @param deployed what DescribePipeline returned
 * @param update members of the UpdatePipeline request
 */
export function findResets(deployed: JsonObject, update: JsonObject): readonly Diagnostic[] {
  const limit = parallelSteps(deployed);
  if (limit === undefined || parallelSteps(update) !== undefined) return [];
  return [updateDiagnostics['parallelism-reset']({ deployed: limit }, { path: ['ParallelismConfiguration'] })];
}

function parallelSteps(pipeline: JsonObject): number | undefined {
  const configuration = pipeline['ParallelismConfiguration'];
  const limit = isJsonObject(configuration) ? configuration['MaxParallelExecutionSteps'] : undefined;
  return isNumber(limit) ? numberOf(limit) : undefined;
}
