import { type ArtifactArea, artifactKey, get, type Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { environmentValue } from './environment-value.js';
import { joinParts } from './join-parts.js';

/**
 * The URI that the artifact layout has for something that an execution makes: the id of the execution comes before the
 * segments. Undefined where nobody knows the bucket of the environment.
 */
export function layoutUri(context: PolicyContext, area: ArtifactArea, segments: readonly Json[]): Json | undefined {
  const bucket = environmentValue('bucket', context);
  const environment = environmentValue('environment', context);
  if (bucket === undefined || environment === undefined) return undefined;
  const owner = { environment, pipeline: [get('Execution.PipelineName')] };
  const key = artifactKey(owner, area, [get('Execution.PipelineExecutionId'), ...segments]);
  return joinParts(['s3://', bucket, '/', ...key]);
}
