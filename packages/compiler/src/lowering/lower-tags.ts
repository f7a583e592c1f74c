import { type Path, type SpecStep, settingsOf } from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';

/** The tags of the pipeline, for the request that creates it. */
export function pipelineTags(context: LoweringContext): ReadonlyMap<string, Draft> {
  return tagMap(context.spec.pipeline.tags, ['pipeline', 'tags'], context);
}

/**
 * The tags of what a step makes: those of the pipeline and the step's own, which win. SageMaker does not hand the
 * pipeline's tags on, and without tags nobody can tell whose a job was. A versioned model package takes the tags of its
 * group and refuses others (CreateModelPackage `Tags`), so its type does not take the setting.
 */
export function lowerTags(step: SpecStep, path: Path, context: LoweringContext): Draft | undefined {
  if (!settingsOf(step.type).includes('tags')) return undefined;
  const all = new Map([...pipelineTags(context), ...tagMap(step.tags, [...path, 'tags'], context)]);
  return all.size === 0 ? undefined : tagList(all);
}

/** AWS's form of tags, in the order in which their keys were first given. */
export function tagList(tags: ReadonlyMap<string, Draft>): Draft {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

function tagMap(tags: SpecStep['tags'], path: Path, context: LoweringContext): ReadonlyMap<string, Draft> {
  const entries = Object.entries(tags ?? {});
  return new Map(
    entries.map(([key, value]) => {
      const at = [...path, key];
      return [key, placed(at, context.text(value, at)) ?? null];
    }),
  );
}
