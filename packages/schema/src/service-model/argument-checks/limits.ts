/** Inclusive limits of a size or of a number. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** True when the amount is within the limits. */
export function isWithin(amount: number, { min = -Infinity, max = Infinity }: Limits): boolean {
  return amount >= min && amount <= max;
}

/** What is counted. */
export type Unit = 'character' | 'item' | 'entry';

/** `1 to 100`, `at most 256 characters`, `at least 1 item`. */
export function describeLimits({ min, max }: Limits, unit?: Unit): string {
  return unit === undefined ? describeRange(min, max) : `${describeRange(min, max)} ${numbered(unit, max ?? min)}`;
}

function describeRange(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}

/** `1 item`, `300 characters`. */
export function describeAmount(amount: number, unit: Unit): string {
  return `${amount} ${numbered(unit, amount)}`;
}

function numbered(unit: Unit, amount: number | undefined): string {
  if (amount === 1) return unit;
  return unit === 'entry' ? 'entries' : `${unit}s`;
}
