import { isRawStep, type Json, type SpecStep, type StepType, stepTypeDeclarations } from '@millrace/schema';
import { stepPath } from '../link/link-spec.js';
import { type Draft, placed, placedJson } from './draft.js';
import { lowerRetry } from './lower-retry.js';
import { lowerTags } from './lower-tags.js';
import type { LoweringContext } from './lowering-context.js';
import { mergeArguments } from './merge-arguments.js';
import type { IndexedStep, StepPlace } from './step-place.js';
import { type StepLowering, stepLowerings } from './step-types/step-lowerings.js';

/** Lowers a step of any type; one in SageMaker's words stays as it is. */
export function lowerAnyStep({ step, index }: IndexedStep, context: LoweringContext): Draft {
  if (!isRawStep(step)) return lowerStep({ step, index }, context);
  // The typed view of a definition's step is JSON; its index signature only cannot say so.
  return placedJson(step.raw as unknown as Json, [...stepPath(index), 'raw']);
}

/** The envelope that all types share around what its type makes. */
function lowerStep({ step, index }: IndexedStep<SpecStep>, context: LoweringContext): Draft {
  const path = stepPath(index);
  // The table's entry for a type takes exactly the steps of that type; TypeScript cannot follow a union through a table.
  const lower = stepLowerings[step.type] as StepLowering<StepType>;
  const lowered = lower({ step, path } as StepPlace, context);
  const made = { ...lowered.arguments, Tags: lowerTags(step, path, context) };
  const members = mergeArguments(made, step.arguments, { path: [...path, 'arguments'], context });
  return (
    placed(path, {
      Name: placed([...path, 'name'], step.name),
      Type: step.type,
      DisplayName: placed([...path, 'displayName'], step.displayName),
      Description: placed([...path, 'description'], step.description),
      DependsOn: lowerDependsOn(step, path),
      Arguments: placed([...path, step.bodyKey], members),
      ...lowered.siblings,
      CacheConfig: lowerCache(step, path),
      RetryPolicies: lowerRetry(step.retry, stepTypeDeclarations[step.type].facts, [...path, 'retry']),
    }) ?? null
  );
}

function lowerDependsOn({ dependsOn }: SpecStep, path: readonly (string | number)[]): Draft | undefined {
  if (dependsOn === undefined || dependsOn.length === 0) return undefined;
  return dependsOn.map((name, at) => placed([...path, 'dependsOn', at], name) ?? null);
}

function lowerCache({ cache }: SpecStep, path: readonly (string | number)[]): Draft | undefined {
  if (cache === undefined || cache === 'none') return undefined;
  return placed([...path, 'cache'], { Enabled: true, ExpireAfter: cache.expireAfter });
}
