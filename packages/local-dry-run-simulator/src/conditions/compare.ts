import type { PlainJson } from '@millrace/schema';
import type { Verdict } from './verdict.js';

type Ordered = (order: number) => boolean;

/** SageMaker's comparisons, on the sign of left minus right. */
const COMPARISONS: Readonly<Record<string, Ordered>> = {
  Equals: (order) => order === 0,
  // Only the published schema knows it; the SDK writes Not(Equals).
  NotEquals: (order) => order !== 0,
  GreaterThan: (order) => order > 0,
  GreaterThanOrEqualTo: (order) => order >= 0,
  LessThan: (order) => order < 0,
  LessThanOrEqualTo: (order) => order <= 0,
};

/** True when the condition type compares two operands. */
export function isComparison(type: string): boolean {
  return Object.hasOwn(COMPARISONS, type);
}

/**
 * Compares two values. Texts compare lexicographically (observed: "1" > "0", not "1" > "3"); values of
 * different types make the step fail (facts/sagemaker-pipelines, section 3.3).
 */
export function compare(type: string, left: PlainJson, right: PlainJson): Verdict {
  const test = COMPARISONS[type];
  if (test === undefined) return { kind: 'problem', reason: `unknown condition type ${type}` };
  const order = orderOf(left, right);
  if (order !== undefined) return { kind: 'outcome', outcome: test(order) };
  return { kind: 'problem', reason: `${type}: ${show(left)} and ${show(right)} are not of the same type` };
}

/** True when the two values are scalars of one type and equal. */
export function isSame(left: PlainJson, right: PlainJson): boolean {
  return orderOf(left, right) === 0;
}

function orderOf(left: PlainJson, right: PlainJson): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  return left === right ? 0 : left < right ? -1 : 1;
}

function show(value: PlainJson): string {
  return JSON.stringify(value).slice(0, 60);
}
