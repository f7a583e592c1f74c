import type { ComparisonOperator, Path, SpecCondition, SpecValue } from '@millrace/schema';

/** A condition in the few forms that SageMaker has; values are placed relative to `path`. */
export type ReducedCondition =
  | {
      readonly type: Exclude<ComparisonOperator, 'NotEquals'>;
      readonly path: Path;
      readonly left: SpecValue;
      readonly right: SpecValue;
    }
  | { readonly type: 'In'; readonly path: Path; readonly query: SpecValue; readonly values: readonly SpecValue[] }
  | { readonly type: 'Not'; readonly path: Path; readonly condition: ReducedCondition }
  | { readonly type: 'Or'; readonly path: Path; readonly conditions: readonly ReducedCondition[] };

/**
 * Says an author's conditions in SageMaker's: a list, all of which must hold, of comparisons, `In`, `Not` and `Or`.
 * There is no And: `all` at the top is written into the list, and further inside it becomes `Not` around `Or` of what
 * must not hold (facts/sagemaker-pipelines, section 3.3). `NotEquals` and `NotIn` become `Not` around their opposite.
 * @param path the place of the list
 */
export function reduceConditions(conditions: readonly SpecCondition[], path: Path): readonly ReducedCondition[] {
  return conditions.flatMap((condition, index) => reduceAtTop(condition, [...path, index]));
}

function reduceAtTop(condition: SpecCondition, path: Path): readonly ReducedCondition[] {
  const { form } = condition;
  return form.kind === 'all' ? reduceConditions(form.conditions, [...path, 'all']) : [reduce(condition, path)];
}

function reduce({ form }: SpecCondition, path: Path): ReducedCondition {
  switch (form.kind) {
    case 'comparison': {
      const { operator, left, right } = form;
      if (operator !== 'NotEquals') return { type: operator, path, left, right };
      return negate({ type: 'Equals', path, left, right });
    }
    case 'membership': {
      const { operator, query, values } = form;
      const isMember = { type: 'In', path, query, values } as const;
      return operator === 'In' ? isMember : negate(isMember);
    }
    case 'not':
      return negate(reduce(form.condition, [...path, 'not']), path);
    case 'any':
      return reduceAny(reduceEach(form.conditions, [...path, 'any']), path);
    case 'all':
      return negate(reduceAny(reduceEach(form.conditions, [...path, 'all']).map(negateInPlace), path));
  }
}

function reduceEach(conditions: readonly SpecCondition[], path: Path): readonly ReducedCondition[] {
  return conditions.map((condition, index) => reduce(condition, [...path, index]));
}

function reduceAny(conditions: readonly ReducedCondition[], path: Path): ReducedCondition {
  const [only, ...others] = conditions;
  return only !== undefined && others.length === 0 ? only : { type: 'Or', path, conditions };
}

// What is negated twice is left as it was.
function negate(condition: ReducedCondition, path: Path = condition.path): ReducedCondition {
  return condition.type === 'Not' ? condition.condition : { type: 'Not', path, condition };
}

function negateInPlace(condition: ReducedCondition): ReducedCondition {
  return negate(condition);
}
