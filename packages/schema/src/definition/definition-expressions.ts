import type { Json, JsonObject } from '../source/json.js';
import { stepTypeFacts } from '../step-types/step-type-registry.js';
import type { PipelineDefinition } from './pipeline-definition.js';
import { BRANCH_MEMBERS, type PlacedStep } from './placed-steps.js';
import { type PlacedExpression, walkExpressions } from './walk-expressions.js';

/** An expression, and whose it is. */
export interface OwnedExpression extends PlacedExpression {
  /** The step that holds it; absent for the settings of the whole pipeline. */
  readonly owner?: PlacedStep;
  /** The member of the step or of the definition that holds it: `Arguments`, `CacheConfig`, `PipelineExperimentConfig`. */
  readonly member: string;
}

/** Every expression of a definition, in the order of the document; those of branch steps belong to these steps. */
export function definitionExpressions(
  definition: PipelineDefinition,
  steps: readonly PlacedStep[],
): readonly OwnedExpression[] {
  const found: OwnedExpression[] = [];
  for (const member of ['Parameters', 'PipelineExperimentConfig', 'MlflowConfig'] as const) {
    // The typed members of a definition are JSON; their interfaces have no index signature to say so.
    walkExpressions((definition[member] ?? null) as Json, [member], (placed) => found.push({ ...placed, member }));
  }
  return [...found, ...stepExpressions(steps)];
}

/** Every expression of some steps; those of branch steps belong to these steps. */
export function stepExpressions(steps: readonly PlacedStep[]): readonly OwnedExpression[] {
  const found: OwnedExpression[] = [];
  for (const owner of steps) {
    for (const [member, value] of Object.entries(ownMembers(owner))) {
      walkExpressions(value, [...owner.path, member], (placed) => found.push({ ...placed, owner, member }));
    }
  }
  return found;
}

/** The members of a step without the steps of its branches. */
function ownMembers({ step }: PlacedStep): JsonObject {
  // Members beside the common ones are typed unknown, but they were read from JSON.
  const members = step as unknown as JsonObject;
  if (stepTypeFacts(step.Type)?.execution !== 'branch') return members;
  const branches = new Set(BRANCH_MEMBERS.map(({ member }) => member));
  const own = Object.entries(step.Arguments).filter(([key]) => !branches.has(key));
  return { ...members, Arguments: Object.fromEntries(own) };
}
