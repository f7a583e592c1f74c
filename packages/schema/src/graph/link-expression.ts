import { parseReference } from '../definition/reference.js';
import type { PlacedExpression } from '../definition/walk-expressions.js';
import type { GraphReference, ReferenceTarget } from './pipeline-graph.js';

/** Who uses what an expression names, and what for. */
export type ExpressionUser = Pick<GraphReference, 'from' | 'reason'>;

/** What an expression of SageMaker names, at the place of its `Get`; nothing for other expressions and malformed ones. */
export function linkExpression(
  { expression, path }: PlacedExpression,
  { from, reason }: ExpressionUser,
): readonly GraphReference[] {
  if (expression.kind !== 'get' || typeof expression.reference !== 'string') return [];
  const to = targetOf(expression.reference);
  return to === undefined ? [] : [{ from, to, reason, path: [...path, 'Get'] }];
}

const WHOLE_STEP = /^Steps\.([A-Za-z0-9\-_]+)$/;

function targetOf(text: string): ReferenceTarget | undefined {
  // The SageMaker SDK emits a bare step when all its properties are used at once; it orders steps like any reference.
  const step = WHOLE_STEP.exec(text)?.[1];
  return step === undefined ? parseReference(text) : { kind: 'step', step };
}
