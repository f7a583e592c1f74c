import { isJsonObject, type Json, type JsonObject } from './source/json.js';

/**
 * A value that is only known at deployment stands in a definition as `{"Millrace:DeployValue": NAME}`
 * until a bind replaces it; nothing is ever replaced by string patterns.
 */
export const DEPLOY_VALUE_KEY = 'Millrace:DeployValue';

/**
 * The type that a deploy value has where AWS wants no text: `{"Millrace:DeployValue": NAME, "Millrace:Type": "Integer"}`.
 * Values are given as text; a bind turns them into the type.
 */
export const DEPLOY_VALUE_TYPE_KEY = 'Millrace:Type';

/** The types that are written down; a deploy value without one is text. */
export const DEPLOY_VALUE_TYPES = ['Integer', 'Float', 'Boolean'] as const;

/** What a deploy value becomes when it is bound. */
export type DeployValueType = (typeof DEPLOY_VALUE_TYPES)[number] | 'String';

/** A string with deploy values in it: `{"Millrace:Text": ["s3://", {"Millrace:DeployValue": "bucket"}, "/models"]}`. */
export const TEXT_KEY = 'Millrace:Text';

/** Deploy values with a fixed name. Families with an open tail follow in {@link DEPLOY_VALUE_FAMILIES}. */
export const DEPLOY_VALUE_NAMES = [
  'partition',
  'region',
  'account',
  'environment',
  'org',
  'domain',
  'module_name',
  'pipelineRoleArn',
  'jobRoleArn',
  'kmsKeyArn',
  'bucket',
] as const;

/** Prefixes of deploy values that carry a key: CDK context, SSM parameter, local code by content, framework image. */
export const DEPLOY_VALUE_FAMILIES = ['context:', 'ssm:', 'code:', 'image:'] as const;

/**
 * Prefixes of deploy values in definitions that stand in CloudFormation templates, which nobody gives by name: what a resource
 * of the deployment has (`resource:JobRole.Arn`), and whatever else is worked out there (`template:ImageUri`, a parameter).
 */
export const TEMPLATE_VALUE_FAMILIES = ['resource:', 'template:'] as const;

const FAMILIES = [...DEPLOY_VALUE_FAMILIES, ...TEMPLATE_VALUE_FAMILIES] as const;

/** A deploy value with a fixed name. */
export type FixedDeployValueName = (typeof DEPLOY_VALUE_NAMES)[number];

/** The name of a deploy value, as `--set NAME=VALUE` takes it. */
export type DeployValueName = FixedDeployValueName | `${(typeof FAMILIES)[number]}${string}`;

/** True when the text names a deploy value. */
export function isDeployValueName(text: string): text is DeployValueName {
  if (DEPLOY_VALUE_NAMES.some((name) => name === text)) return true;
  return FAMILIES.some((family) => text.startsWith(family) && text.length > family.length);
}

/** The node of a deploy value in a symbolic definition. */
export function deployValue(name: DeployValueName, type: DeployValueType = 'String'): JsonObject {
  return { [DEPLOY_VALUE_KEY]: name, ...(type !== 'String' && { [DEPLOY_VALUE_TYPE_KEY]: type }) };
}

/** The name in a deploy value node; undefined for every other value. */
export function deployValueNameOf(value: Json | undefined): DeployValueName | undefined {
  if (!isJsonObject(value)) return undefined;
  const { [DEPLOY_VALUE_KEY]: name, [DEPLOY_VALUE_TYPE_KEY]: type, ...others } = value;
  if (typeof name !== 'string' || !isDeployValueName(name) || Object.keys(others).length > 0) return undefined;
  return type === undefined || isWrittenType(type) ? name : undefined;
}

/** The type of a deploy value node. */
export function deployValueTypeOf(node: JsonObject): DeployValueType {
  const type = node[DEPLOY_VALUE_TYPE_KEY];
  return isWrittenType(type) ? type : 'String';
}

function isWrittenType(type: Json | undefined): type is (typeof DEPLOY_VALUE_TYPES)[number] {
  return DEPLOY_VALUE_TYPES.some((each) => each === type);
}

/** The parts of a text node; undefined for every other value. */
export function textPartsOf(value: Json | undefined): readonly Json[] | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return undefined;
  const parts = value[TEXT_KEY];
  return Array.isArray(parts) ? parts : undefined;
}
