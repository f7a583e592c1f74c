import type { BoundStatement } from './bound-statement.js';
import { CONDITION_OPERATORS, type ConditionOperator } from './condition-operators.js';

/** What a request says of itself: condition keys with one value, or several. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/**
 * Whether all conditions of a statement hold: all operators, all keys of each; of several values of a key one is enough,
 * and none may match where the operator is negated (IAM user guide, "Conditions with multiple context keys or values").
 * @throws Error for an operator that is not known
 */
export function conditionsHold(conditions: BoundStatement['conditions'], context: RequestContext): boolean {
  const byKey = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, byKey.get(key.toLowerCase()), wanted)),
  );
}

const FORM = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

function holds(written: string, given: string | readonly string[] | undefined, wanted: readonly string[]): boolean {
  const [, set, name = '', ifExists] = FORM.exec(written) ?? [];
  if (name === 'Null') return wanted.some((each) => (each === 'true') === (given === undefined));
  const operator = Object.hasOwn(CONDITION_OPERATORS, name) ? CONDITION_OPERATORS[name] : undefined;
  if (operator === undefined) throw new Error(`the operator ${written} is not evaluated`);
  const values = given === undefined ? [] : typeof given === 'string' ? [given] : given;
  if (values.length === 0) return holdsForNothing(operator, { set, ifExists: ifExists !== undefined });
  const one = (value: string) => matches(operator, value, wanted);
  // Without a set operator a key has one value; of several, AWS asks for a set operator.
  return set === 'ForAllValues' ? values.every(one) : values.some(one);
}

/** A key that is absent: `ForAllValues` holds for nothing at all, `ForAnyValue` never does. */
function holdsForNothing(
  { negated }: ConditionOperator,
  { set, ifExists }: { readonly set: string | undefined; readonly ifExists: boolean },
): boolean {
  if (set === 'ForAnyValue') return ifExists;
  return set === 'ForAllValues' || ifExists || negated;
}

function matches({ compare, negated }: ConditionOperator, given: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => compare(given, each)) !== negated;
}
