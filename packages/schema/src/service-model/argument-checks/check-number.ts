import { numberOf, type SourceNumber } from '../../source/source-number.js';
import type { NumberShape } from '../service-model.js';
import { errorAt, type Finding, type Visit } from './finding.js';
import { describeLimits, isWithin } from './limits.js';
import { showValue } from './show-value.js';

/** Whole where AWS wants an integer, and within the range. */
export function checkNumber(visit: Visit<number | SourceNumber>, shape: NumberShape): readonly Finding[] {
  const number = numberOf(visit.value);
  const given = showValue(visit.value);
  if (shape.type === 'integer' && !Number.isInteger(number)) {
    return [errorAt(visit, { kind: 'wrong-type', given, allowed: 'a whole number' })];
  }
  return isWithin(number, shape) ? [] : [errorAt(visit, { kind: 'range', given, allowed: describeLimits(shape) })];
}
