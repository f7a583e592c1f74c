import type { Json } from '../../source/json.js';
import { isNumber, type SourceNumber } from '../../source/source-number.js';
import type { ServiceShape } from '../service-model.js';
import { errorAt, type Finding, type Visit } from './finding.js';
import { showValue } from './show-value.js';

const NAMES: Readonly<Record<ServiceShape['type'], string>> = {
  structure: 'an object',
  map: 'an object',
  list: 'a list',
  string: 'a string',
  integer: 'a whole number',
  float: 'a number',
  boolean: 'true or false',
};

/** A value of another JSON type than AWS wants; `suggestion` is the value as it may have been meant. */
export function wrongType(visit: Visit, shape: ServiceShape): Finding {
  const suggestion = meantValue(visit.value, shape.type);
  return errorAt(visit, {
    kind: 'wrong-type',
    given: showValue(visit.value),
    allowed: NAMES[shape.type],
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** Quotes that are missing or too many. */
function meantValue(value: Json, type: ServiceShape['type']): string | undefined {
  if (type === 'string') return isUnquoted(value) ? JSON.stringify(writtenText(value)) : undefined;
  if (typeof value !== 'string') return undefined;
  if (type === 'boolean') return /^(?:true|false)$/i.test(value) ? value.toLowerCase() : undefined;
  const isNumeral = (type === 'integer' || type === 'float') && /^-?\d+(?:\.\d+)?$/.test(value);
  return isNumeral ? value : undefined;
}

function isUnquoted(value: Json): value is number | SourceNumber | boolean {
  return isNumber(value) || typeof value === 'boolean';
}

function writtenText(value: number | SourceNumber | boolean): string {
  return typeof value === 'object' ? value.written : String(value);
}
