import type { ConditionTest, Path } from '@millrace/schema';
import { type Draft, placed } from '../draft.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a Condition step; the steps of its branches stand inside it, and both branches are always there. */
export function lowerCondition({ step, path }: PlaceOf<'Condition'>, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  const branch = (names: readonly string[]) => names.map((name) => context.lowerStep(name));
  return {
    arguments: {
      Conditions: body.conditions.map((test, index) => lowerTest(test, [...at, 'conditions', index], context)),
      IfSteps: branch(body.ifSteps),
      ElseSteps: branch(body.elseSteps ?? []),
    },
  };
}

/**
 * SageMaker's names of the comparisons, without MDAA's prefix. `NotEquals` exists only in the published
 * JSON schema and is never emitted by the SDK, so it becomes `Not` around `Equals` (rule R54).
 */
function lowerTest({ operator, left, right }: ConditionTest, path: Path, context: LoweringContext): Draft {
  const operands = { LeftValue: context.value(left, path), RightValue: context.value(right, path) };
  const negated = operator === 'NotEquals';
  const comparison = { Type: negated ? 'Equals' : operator, ...operands };
  return placed(path, negated ? { Type: 'Not', Condition: comparison } : comparison) ?? null;
}
