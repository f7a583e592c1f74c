import { type ReducedCondition, reduceConditions } from '../../conditions/reduce-conditions.js';
import { type Draft, placed } from '../draft.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a Condition step; the steps of its branches stand inside it, and both branches are always there. */
export function lowerCondition({ step, path }: PlaceOf<'Condition'>, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = step;
  const branch = (names: readonly string[]) => names.map((name) => context.lowerStep(name));
  const conditions = reduceConditions(body.conditions, [...path, bodyKey, 'conditions']);
  return {
    arguments: {
      Conditions: conditions.map((each) => lowerReduced(each, context)),
      IfSteps: branch(body.ifSteps),
      ElseSteps: branch(body.elseSteps ?? []),
    },
  };
}

function lowerReduced(condition: ReducedCondition, context: LoweringContext): Draft {
  return placed(condition.path, { Type: condition.type, ...membersOf(condition, context) }) ?? null;
}

/** SageMaker's members of each form (SDK `workflow/conditions.py`; the published JSON schema has others, rule R55). */
function membersOf(condition: ReducedCondition, context: LoweringContext): Readonly<Record<string, Draft | undefined>> {
  const { path } = condition;
  if (condition.type === 'Not') return { Condition: lowerReduced(condition.condition, context) };
  if (condition.type === 'Or') return { Conditions: condition.conditions.map((each) => lowerReduced(each, context)) };
  if (condition.type !== 'In')
    return { LeftValue: context.value(condition.left, path), RightValue: context.value(condition.right, path) };
  return {
    QueryValue: context.value(condition.query, path),
    Values: condition.values.map((value) => context.value(value, path) ?? null),
  };
}
