import {
  type ArtifactOwner,
  checkpointKey,
  codeKey,
  deployValue,
  get,
  type Json,
  join,
  modelKey,
  reportKey,
  runOutputKey,
  TEXT_KEY,
} from '@millrace/schema';
import type { LoweringContext } from './lowering-context.js';
import { mergeTexts } from './merge-texts.js';

const EXECUTION_ID = get('Execution.PipelineExecutionId');

/** Where an intermediate output goes: unique to each execution, so that runs never overwrite each other. */
export function runOutputUri(context: LoweringContext, step: string, output: string): Json {
  return uri(context, runOutputKey(owner(context), { execution: EXECUTION_ID, step, output }));
}

/** Where trained models go: below a prefix of their own, because registered packages need them longer. */
export function modelOutputUri(context: LoweringContext): Json {
  return uri(context, modelKey(owner(context), EXECUTION_ID));
}

/** Where a spot job keeps its checkpoints: they are resumed within one job only. */
export function checkpointUri(context: LoweringContext, step: string): Json {
  return uri(context, checkpointKey(owner(context), { execution: EXECUTION_ID, step }));
}

/** Where a check writes its report and its baselines: they outlive intermediate outputs, because later runs compare with them. */
export function reportUri(context: LoweringContext, step: string): Json {
  return uri(context, reportKey(owner(context), { execution: EXECUTION_ID, step }));
}

/** Where local code goes, by its content: what the deploy value `code:<sha256>` stands for. */
export function codeUri(context: LoweringContext, sha256: string): Json {
  return { [TEXT_KEY]: mergeTexts(['s3://', context.bucket, '/', ...codeKey(owner(context), sha256)]) };
}

/** The prefix of the objects that the project owns. */
export function dataPrefix(context: LoweringContext): Json {
  return { [TEXT_KEY]: mergeTexts(['s3://', context.bucket, '/data/']) };
}

function owner(context: LoweringContext): ArtifactOwner {
  return { environment: deployValue('environment'), pipeline: context.pipelineName };
}

function uri(context: LoweringContext, key: readonly Json[]): Json {
  return join('', mergeTexts(['s3://', context.bucket, '/', ...key]));
}
