import { candidatesOf } from '../values/candidates.js';
import type { PolicyLiteral, PolicyValue } from '../values/policy-value.js';

/** A number that parameters may change: of machines, of hours, of dollars. */
export interface Amount {
  /** With what stands there and with the defaults of parameters; undefined where that is not known. */
  readonly usual: number | undefined;
  /** The greatest that a start may choose out of the lists of parameters; undefined where that is not known. */
  readonly most: number | undefined;
  /** Why something is not known, for people. */
  readonly unknown?: string;
}

/** The amount of nothing but a number. */
export function exactly(number: number): Amount {
  return { usual: number, most: number };
}

/** An amount that nobody knows. */
export function unknownAmount(because: string): Amount {
  return { usual: undefined, most: undefined, unknown: because };
}

/**
 * What a value of a definition amounts to.
 *
 * @param numberOf of what is given, or of undefined where nothing is; undefined for what has no known amount
 * @param lacking what that means, for people: `, and no price of it is known`
 */
export function amountOf(
  value: PolicyValue,
  numberOf: (given: PolicyLiteral | undefined) => number | undefined,
  lacking = ', which is no number',
): Amount {
  const { usual, others, open } = candidatesOf(value);
  if (open !== undefined) return unknownAmount(open);
  const all = [...(usual === undefined ? [] : [usual]), ...others].map((each) => ({
    ...each,
    amount: numberOf(each.value),
  }));
  const [first] = all;
  const without = all.find(({ amount }) => amount === undefined);
  return {
    usual: usual === undefined ? undefined : first?.amount,
    most: without === undefined ? Math.max(...all.map(({ amount = 0 }) => amount)) : undefined,
    ...(without !== undefined && { unknown: `${without.because}${lacking}` }),
  };
}

/** All amounts multiplied; one that is not known makes the whole unknown. */
export function product(...amounts: readonly Amount[]): Amount {
  return combined(amounts, (numbers) => numbers.reduce((whole, each) => whole * each, 1));
}

/** All amounts added; one that is not known makes the whole unknown. */
export function sum(...amounts: readonly Amount[]): Amount {
  return combined(amounts, (numbers) => numbers.reduce((whole, each) => whole + each, 0));
}

/** The greatest amount; one that is not known makes the whole unknown. */
export function greatest(...amounts: readonly Amount[]): Amount {
  return combined(amounts, (numbers) => Math.max(0, ...numbers));
}

function combined(amounts: readonly Amount[], combine: (numbers: readonly number[]) => number): Amount {
  const of = (key: 'usual' | 'most') => {
    const numbers = amounts.map((each) => each[key]).filter((number) => number !== undefined);
    return numbers.length === amounts.length ? combine(numbers) : undefined;
  };
  const unknown = amounts.find((each) => each.unknown !== undefined)?.unknown;
  return { usual: of('usual'), most: of('most'), ...(unknown !== undefined && { unknown }) };
}
