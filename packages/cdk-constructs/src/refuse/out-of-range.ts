import { Token } from 'aws-cdk-lib';
import type { WrongProp } from './refuse.js';

/** Whole numbers that a property may have, both bounds included. */
export interface WholeRange {
  readonly min: number;
  readonly max?: number;
}

/** Says so where a number is none of a range, or not whole. Nothing for absent numbers and for tokens. */
export function outOfRange(prop: string, given: number | undefined, { min, max }: WholeRange): WrongProp[] {
  if (given === undefined || Token.isUnresolved(given)) return [];
  if (Number.isInteger(given) && given >= min && (max === undefined || given <= max)) return [];
  const allowed = max === undefined ? `a whole number, ${min} or more` : `a whole number from ${min} to ${max}`;
  const help = Number.isInteger(given) ? (given < min ? 'Raise it.' : 'Lower it.') : 'Round it.';
  return [{ prop, given, allowed, help }];
}
