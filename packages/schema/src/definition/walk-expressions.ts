import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import { WalkedPlace } from '../source/walk-json.js';
import { asExpression, type Expression } from './expression.js';

/** An expression and where it stands. */
export interface PlacedExpression {
  readonly expression: Expression;
  /** The object that is the expression; the text of a `Get` stands at `[...path, 'Get']`. */
  readonly path: Path;
  /** The expression directly around it: the join whose value it is, the `Std:JsonGet` whose file it names. */
  readonly inside?: PlacedExpression;
}

/**
 * Visits every expression in a value, the outer before the inner, in the order of the document:
 * those inside `Std:Join`, `Std:JsonGet` and texts with deploy values included.
 */
export function walkExpressions(value: Json, path: Path, visit: (placed: PlacedExpression) => void): void {
  walk(value, new WalkedPlace(path), { visit });
}

interface Walk {
  readonly visit: (placed: PlacedExpression) => void;
  readonly inside?: PlacedExpression;
}

function walk(value: Json, place: WalkedPlace, how: Walk): void {
  if (isJsonList(value)) {
    for (const [index, item] of value.entries()) place.inside(index, () => walk(item, place, how));
  } else if (isJsonObject(value)) {
    const expression = asExpression(value);
    const inner = expression === undefined ? how : enter(expression, place.toPath(), how);
    for (const [key, member] of Object.entries(value)) place.inside(key, () => walk(member, place, inner));
  }
}

function enter(expression: Expression, path: Path, { visit, inside }: Walk): Walk {
  const placed = { expression, path, ...(inside === undefined ? {} : { inside }) };
  visit(placed);
  return { visit, inside: placed };
}
