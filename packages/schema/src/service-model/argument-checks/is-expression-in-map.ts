import { asExpression } from '../../definition/expression.js';
import { parseReference } from '../../definition/reference.js';
import type { JsonObject } from '../../source/json.js';

/** A map may have an entry that is called `Get`; only a reference makes it an expression. */
export function isExpressionInMap(value: JsonObject): boolean {
  const expression = asExpression(value);
  if (expression?.kind !== 'get') return expression !== undefined;
  return typeof expression.reference === 'string' && parseReference(expression.reference) !== undefined;
}
