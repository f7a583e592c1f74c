import {
  type ConditionTest,
  type GraphCondition,
  type GraphOperand,
  isNumber,
  numberOf,
  type Path,
  type SpecStep,
  type SpecValue,
} from '@millrace/schema';

/** The comparisons of a step that chooses a branch; undefined for other steps. */
export function linkConditionTests({ body }: SpecStep, bodyPath: Path): readonly GraphCondition[] | undefined {
  if (!('ifSteps' in body)) return undefined;
  return body.conditions.map((test, index) => linkTest(test, [...bodyPath, 'conditions', index]));
}

function linkTest({ operator, left, right }: ConditionTest, path: Path): GraphCondition {
  const operands = [linkOperand(left, path), linkOperand(right, path)];
  if (operator !== 'NotEquals') return { type: operator, path, operands, nested: [] };
  return { type: 'Not', path, operands: [], nested: [{ type: 'Equals', path, operands, nested: [] }] };
}

function linkOperand({ form, at }: SpecValue, base: Path): GraphOperand {
  const path = [...base, ...at];
  if (form.kind === 'parameter') return { parameter: form.name, path };
  if (form.kind !== 'literal') return { path };
  return { literal: isNumber(form.value) ? numberOf(form.value) : form.value, path };
}
