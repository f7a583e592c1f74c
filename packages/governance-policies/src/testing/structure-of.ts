import { type Json, linkDefinition, type PipelineDefinition, type ReferenceTarget, writeJson } from '@millrace/schema';

/**
 * What no fix may change, one line each: steps with their types and branches, their outputs and property files, and every
 * reference to a step or a parameter. What an execution is called may be read in more places or in fewer.
 */
export function structureOf(definition: PipelineDefinition): readonly string[] {
  const { nodes, references } = linkDefinition(definition);
  const steps = nodes.map(({ name, type, branch, outputs, propertyFiles }) => [
    ...['step', name, type, branch?.condition ?? null, branch?.side ?? null],
    ...outputs.keys(),
    ...propertyFiles.map((file) => file.name),
  ]);
  const edges = references
    .filter(({ to: { kind } }) => kind !== 'execution' && kind !== 'experiment')
    .map(({ from = null, to, reason }) => ['reference', from, wordsOf(to), reason]);
  return [...steps, ...edges].map((words) => writeJson(words, { compact: true })).sort();
}

/** The file's own place moves where parameters go; what is named stays. */
function wordsOf(target: ReferenceTarget): Json {
  // Targets are names, kinds and property paths, which are JSON.
  const words = (target.kind === 'propertyFile' ? { ...target, filePath: null } : target) as unknown;
  return words as Json;
}
