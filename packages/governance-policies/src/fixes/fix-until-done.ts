import type { PipelineDefinition } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import type { FixKind } from '../rule/governance-rule.js';
import { applyEdits } from './apply-edits.js';
import { editsOf } from './edits-of.js';

/** Rounds after which nobody waits for an end any longer; two are enough for all rules of Millrace. */
const MOST_ROUNDS = 10;

/**
 * The definition with fixes made until no finding offers one: some can only be offered once another has been made.
 *
 * @param check tells the findings of a definition; those that are excused should not be among them
 * @param kinds as in `fixDefinition`
 */
export function fixUntilDone(
  definition: PipelineDefinition,
  check: (definition: PipelineDefinition) => readonly Finding[],
  kinds: readonly FixKind[],
): PipelineDefinition {
  let fixed = definition;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = editsOf(check(fixed), kinds);
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}
