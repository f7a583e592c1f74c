import { applyJsonEdits, type Json, type PipelineDefinition } from '@millrace/schema';
import type { DefinitionEdit } from './definition-edit.js';

/**
 * The definition with its edits made, all at once: their paths are places of the definition as it was given. Of two edits
 * of one place the first is made, and none inside of what another one sets or removes. An edit that leads into text, into
 * an expression or past the end of a list changes nothing.
 */
export function applyEdits(definition: PipelineDefinition, edits: readonly DefinitionEdit[]): PipelineDefinition {
  // A definition is JSON; its interfaces have no index signature to say so.
  return applyJsonEdits(definition as unknown as Json, edits) as unknown as PipelineDefinition;
}
