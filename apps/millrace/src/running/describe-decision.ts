import type { ConditionOperand, PlainJson } from '@millrace/schema';

const SIGNS: Readonly<Record<string, string>> = {
  Equals: '=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '≥',
  LessThan: '<',
  LessThanOrEqualTo: '≤',
};

/** What a condition compared, one text per comparison: `EvaluateModel.Report: mse 4 ≤ 6`; an unknown value is `?`. */
export function describeComparisons(operands: readonly ConditionOperand[]): readonly string[] {
  const comparisons: { sign: string; sides: string[] }[] = [];
  for (const operand of operands) {
    const open = comparisons.at(-1);
    if (operand.position === 'left' || open === undefined) {
      const sign = SIGNS[operand.comparison] ?? operand.comparison;
      comparisons.push({ sign, sides: [describeOperand(operand)] });
    } else open.sides.push(describeOperand(operand));
  }
  return comparisons.map(({ sign, sides: [left = '', ...rest] }) =>
    rest.length === 0 ? left : `${left} ${sign} ${rest.join(', ')}`,
  );
}

function describeOperand({ expression, value, from }: ConditionOperand): string {
  if (from === 'literal') return expression;
  return `${expression} ${value === undefined ? '?' : formatValue(value)}`;
}

function formatValue(value: PlainJson): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
