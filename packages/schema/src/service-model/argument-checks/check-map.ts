import type { JsonObject } from '../../source/json.js';
import type { MapShape, StringShape } from '../service-model.js';
import { checkString } from './check-string.js';
import { type CheckResult, errorAt, type Finding, type Visit } from './finding.js';
import { describeAmount, describeLimits, isWithin } from './limits.js';

/** The number of entries and their keys, which are always literal text (rule R41); then each value. */
export function checkMap(visit: Visit<JsonObject>, shape: MapShape, keyShape: StringShape): CheckResult {
  const { value, path } = visit;
  const entries = Object.entries(value);
  const keys = entries.flatMap(([key]) => checkKey({ value: key, path: [...path, key], shape: shape.key }, keyShape));
  return {
    findings: [...checkSize(visit, entries.length, shape), ...keys],
    inside: entries.map(([key, inner]) => ({ value: inner, path: [...path, key], shape: shape.value })),
  };
}

function checkKey(visit: Visit<string>, keyShape: StringShape): readonly Finding[] {
  return checkString(visit, keyShape).map((finding) => ({ ...finding, target: 'key' }));
}

function checkSize(visit: Visit<JsonObject>, size: number, shape: MapShape): readonly Finding[] {
  if (isWithin(size, shape)) return [];
  const allowed = describeLimits(shape, 'entry');
  return [errorAt(visit, { kind: 'map-size', given: describeAmount(size, 'entry'), allowed })];
}
