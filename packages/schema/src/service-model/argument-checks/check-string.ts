import { listNames } from '../../diagnostics/did-you-mean.js';
import type { StringShape } from '../service-model.js';
import { errorAt, type Finding, type Visit } from './finding.js';
import { judgeEnumValue } from './judge-enum-value.js';
import { describeAmount, describeLimits, isWithin } from './limits.js';
import { matchesPattern } from './matches-pattern.js';
import { showValue } from './show-value.js';

/** Enum, length, pattern, in that order; the first that fails is the one reported. */
export function checkString(visit: Visit<string>, shape: StringShape): readonly Finding[] {
  if (shape.enum !== undefined) return checkEnum(visit, shape.enum, shape.closed);
  const length = lengthOf(visit.value);
  if (!isWithin(length, shape)) return [lengthFinding(visit, length, shape)];
  if (shape.pattern === undefined || matchesPattern(visit.value, shape.pattern)) return [];
  return [
    errorAt(visit, { kind: 'pattern', given: showValue(visit.value), allowed: `text that matches ${shape.pattern}` }),
  ];
}

/** AWS counts characters, not UTF-16 units. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function lengthFinding(visit: Visit<string>, length: number, shape: StringShape): Finding {
  const given = describeAmount(length, 'character');
  return errorAt(visit, { kind: 'length', given, allowed: describeLimits(shape, 'character') });
}

function checkEnum(visit: Visit<string>, known: readonly string[], closed: string | undefined): readonly Finding[] {
  if (known.includes(visit.value)) return [];
  const { plausible, suggestion } = judgeEnumValue(visit.value, known);
  const names = { given: showValue(visit.value), allowed: listNames(known), allowedNames: known };
  if (plausible && closed === undefined) {
    return [{ ...errorAt(visit, { kind: 'unknown-enum-value', ...names }), severity: 'warning' }];
  }
  const extra = {
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(closed === undefined ? {} : { reason: closed }),
  };
  return [errorAt(visit, { kind: 'enum', ...names, ...extra })];
}
