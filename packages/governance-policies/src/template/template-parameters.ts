import { isJsonList, isJsonScalar, type Json, type JsonObject } from '@millrace/schema';
import type { PolicyLiteral } from '../values/policy-value.js';
import type { StandIn } from '../values/stand-in.js';

const SSM_TYPE = /^AWS::SSM::Parameter::Value</;
const LIST_TYPE = /^(?:CommaDelimitedList|List<)/;

/** The path in the Parameter Store that a parameter takes its value from; undefined for other parameters. */
export function ssmPathOf({ Type: type, Default: path }: JsonObject): string | undefined {
  return typeof type === 'string' && SSM_TYPE.test(type) && typeof path === 'string' ? path : undefined;
}

/** Whether a parameter hands a nested stack what a resource around it has: so the CDK names these (core, private/refs.ts). */
export function isFromParent(name: string): boolean {
  return name.startsWith('referenceto');
}

/** What is known of a parameter of a template; undefined where it is not declared, and for lists. */
export function parameterStandIn(name: string, declaration: JsonObject): StandIn | undefined {
  const { Type: type, Default: given, AllowedValues: allowed } = declaration;
  if (typeof type !== 'string' || LIST_TYPE.test(type)) return undefined;
  const literal = (value: Json): PolicyLiteral => (type === 'Number' ? Number(String(value)) : String(value));
  const known = given !== undefined && given !== null && isJsonScalar(given);
  const parameter = {
    name,
    ...(known && { defaultValue: literal(given) }),
    ...(isJsonList(allowed) && { allowed: allowed.filter(isJsonScalar).map(literal) }),
  };
  return { kind: 'parameter', parameter };
}
