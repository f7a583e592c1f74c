import { asExpression } from '../../definition/expression.js';
import type { ParameterType } from '../../definition/pipeline-definition.js';
import type { JsonObject } from '../../source/json.js';
import type { ServiceShape } from '../service-model.js';
import { errorAt, type Finding, type Visit } from './finding.js';

/** The type of the value that an expression will have; undefined when nobody can know it. */
export type TypeOfExpression = (expression: JsonObject) => ParameterType | undefined;

const ACCEPTED: Readonly<Record<ServiceShape['type'], readonly ParameterType[]>> = {
  string: ['String'],
  integer: ['Integer'],
  float: ['Float', 'Integer'],
  boolean: ['Boolean'],
  structure: [],
  list: [],
  map: [],
};

/**
 * An expression may stand for any scalar (not for a list or an object, rule R40) if its value has the slot's type
 * (rule R39). Whether the expression itself is well-formed is not asked here.
 */
export function checkExpression(
  visit: Visit<JsonObject>,
  shape: ServiceShape,
  typeOfExpression: TypeOfExpression,
): readonly Finding[] {
  const given = `the expression ${Object.keys(visit.value).join(', ')}`;
  const accepted = ACCEPTED[shape.type];
  if (accepted.length === 0) {
    const allowed = shape.type === 'list' ? 'a list, written item by item' : 'an object, written member by member';
    return [errorAt(visit, { kind: 'expression-not-allowed', given, allowed })];
  }
  const type = typeOf(visit.value, typeOfExpression);
  if (type === undefined || accepted.includes(type)) return [];
  return [expressionType(visit, `${given} of type ${type}`, accepted)];
}

function typeOf(value: JsonObject, typeOfExpression: TypeOfExpression): ParameterType | undefined {
  const expression = asExpression(value);
  switch (expression?.kind) {
    case 'join':
    case 'text':
      return 'String';
    case 'deployValue':
      return expression.type;
    case 'get':
    case 'jsonGet':
      return typeOfExpression(value);
    case undefined:
      return undefined;
  }
}

function expressionType(visit: Visit<JsonObject>, given: string, accepted: readonly ParameterType[]): Finding {
  const allowed = `a value of type ${accepted.join(' or ')}`;
  const cast = JSON.stringify({ 'Std:Join': { On: '', Values: [visit.value] } });
  const suggestion = accepted.includes('String') ? { suggestion: cast } : {};
  return errorAt(visit, { kind: 'expression-type', given, allowed, ...suggestion });
}
