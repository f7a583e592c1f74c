import {
  type GraphCondition,
  type GraphOperand,
  isNumber,
  numberOf,
  type Path,
  type SpecStep,
  type SpecValue,
} from '@millrace/schema';
import { type ReducedCondition, reduceConditions } from '../conditions/reduce-conditions.js';

/** The conditions of a step that chooses a branch, as SageMaker will see them; undefined for other steps. */
export function linkConditionTests({ body }: SpecStep, bodyPath: Path): readonly GraphCondition[] | undefined {
  if (!('ifSteps' in body)) return undefined;
  return reduceConditions(body.conditions, [...bodyPath, 'conditions']).map(linkCondition);
}

function linkCondition(condition: ReducedCondition): GraphCondition {
  const { type, path } = condition;
  return { type, path, operands: operandsOf(condition), nested: insideOf(condition).map(linkCondition) };
}

function operandsOf(condition: ReducedCondition): readonly GraphOperand[] {
  const { path } = condition;
  if ('left' in condition) return [linkOperand(condition.left, path), linkOperand(condition.right, path)];
  return 'query' in condition ? [condition.query, ...condition.values].map((each) => linkOperand(each, path)) : [];
}

function insideOf(condition: ReducedCondition): readonly ReducedCondition[] {
  if (condition.type === 'Not') return [condition.condition];
  return condition.type === 'Or' ? condition.conditions : [];
}

function linkOperand({ form, at }: SpecValue, base: Path): GraphOperand {
  const path = [...base, ...at];
  if (form.kind === 'parameter') return { parameter: form.name, path };
  if (form.kind === 'execution' || form.kind === 'join' || form.kind === 'text') return { isText: true, path };
  if (form.kind !== 'literal') return { path };
  return { literal: isNumber(form.value) ? numberOf(form.value) : form.value, path };
}
