import type { Json } from '../../source/json.js';
import type { ListShape } from '../service-model.js';
import { type CheckResult, errorAt, type Visit } from './finding.js';
import { describeAmount, describeLimits, isWithin } from './limits.js';

/** The number of items; then each item. */
export function checkList(visit: Visit<readonly Json[]>, shape: ListShape): CheckResult {
  const { value, path } = visit;
  const findings = isWithin(value.length, shape)
    ? []
    : [
        errorAt(visit, {
          kind: 'list-size',
          given: describeAmount(value.length, 'item'),
          allowed: describeLimits(shape, 'item'),
        }),
      ];
  return {
    findings,
    inside: value.map((item, index) => ({ value: item, path: [...path, index], shape: shape.member })),
  };
}
