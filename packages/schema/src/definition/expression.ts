import {
  DEPLOY_VALUE_KEY,
  type DeployValueName,
  type DeployValueType,
  deployValueNameOf,
  deployValueTypeOf,
  TEXT_KEY,
  textPartsOf,
} from '../deploy-value.js';
import { isJsonObject, type Json, type JsonObject } from '../source/json.js';

/** SageMaker's expression forms (facts/sagemaker-pipelines, section 3.1), and the two symbolic forms of Millrace. */
export type Expression =
  | { readonly kind: 'get'; readonly reference: Json }
  | { readonly kind: 'join'; readonly on: Json; readonly values: Json }
  | { readonly kind: 'jsonGet'; readonly members: JsonObject }
  | { readonly kind: 'deployValue'; readonly name: DeployValueName; readonly type: DeployValueType }
  | { readonly kind: 'text'; readonly parts: readonly Json[] };

/** The keys that make an object an expression. */
export const EXPRESSION_KEYS = ['Get', 'Std:Join', 'Std:JsonGet', DEPLOY_VALUE_KEY, TEXT_KEY] as const;

/** True when the object has a key of an expression, well-formed or not. */
export function looksLikeExpression(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && EXPRESSION_KEYS.some((key) => Object.hasOwn(value, key));
}

/** The expression that the value is, or undefined for literals and for objects with further keys. */
export function asExpression(value: Json | undefined): Expression | undefined {
  if (!isJsonObject(value)) return undefined;
  if (Object.keys(value).length !== 1) return asDeployValue(value);
  if (value['Get'] !== undefined) return { kind: 'get', reference: value['Get'] };
  const join = value['Std:Join'];
  if (isJsonObject(join)) return { kind: 'join', on: join['On'] ?? '', values: join['Values'] ?? [] };
  const jsonGet = value['Std:JsonGet'];
  if (isJsonObject(jsonGet)) return { kind: 'jsonGet', members: jsonGet };
  return asSymbolic(value);
}

function asSymbolic(value: JsonObject): Expression | undefined {
  const parts = textPartsOf(value);
  return parts === undefined ? asDeployValue(value) : { kind: 'text', parts };
}

function asDeployValue(value: JsonObject): Expression | undefined {
  const name = deployValueNameOf(value);
  return name === undefined ? undefined : { kind: 'deployValue', name, type: deployValueTypeOf(value) };
}

/** `{"Get": reference}` */
export function get(reference: string): JsonObject {
  return { Get: reference };
}

/** `{"Std:Join": {"On": on, "Values": values}}` */
export function join(on: string, values: readonly Json[]): JsonObject {
  return { 'Std:Join': { On: on, Values: values } };
}
