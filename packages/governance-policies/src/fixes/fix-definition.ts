import type { PipelineDefinition } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import type { FixKind } from '../rule/governance-rule.js';
import { applyEdits } from './apply-edits.js';
import { editsOf } from './edits-of.js';

/**
 * The definition with the edits of its findings made.
 *
 * @param kinds `['safe']`, or `['safe', 'suggested']` where another behaviour of the pipeline is wanted
 */
export function fixDefinition(
  definition: PipelineDefinition,
  findings: readonly Finding[],
  kinds: readonly FixKind[],
): PipelineDefinition {
  return applyEdits(definition, editsOf(findings, kinds));
}
