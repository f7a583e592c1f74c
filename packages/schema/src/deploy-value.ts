import { isJsonObject, type Json, type JsonObject } from './source/json.js';

/**
 * A value that is only known at deployment stands in a definition as `{"Millrace:DeployValue": NAME}`
 * until a bind replaces it; nothing is ever replaced by string patterns.
 */
export const DEPLOY_VALUE_KEY = 'Millrace:DeployValue';

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

/** A deploy value with a fixed name. */
export type FixedDeployValueName = (typeof DEPLOY_VALUE_NAMES)[number];

/** The name of a deploy value, as `--set NAME=VALUE` takes it. */
export type DeployValueName = FixedDeployValueName | `${(typeof DEPLOY_VALUE_FAMILIES)[number]}${string}`;

/** True when the text names a deploy value. */
export function isDeployValueName(text: string): text is DeployValueName {
  if (DEPLOY_VALUE_NAMES.some((name) => name === text)) return true;
  return DEPLOY_VALUE_FAMILIES.some((family) => text.startsWith(family) && text.length > family.length);
}

/** The node of a deploy value in a symbolic definition. */
export function deployValue(name: DeployValueName): JsonObject {
  return { [DEPLOY_VALUE_KEY]: name };
}

/** The name in a deploy value node; undefined for every other value. */
export function deployValueNameOf(value: Json | undefined): DeployValueName | undefined {
  if (!isJsonObject(value)) return undefined;
  const name = value[DEPLOY_VALUE_KEY];
  return typeof name === 'string' && isDeployValueName(name) && Object.keys(value).length === 1 ? name : undefined;
}

/** The parts of a text node; undefined for every other value. */
export function textPartsOf(value: Json | undefined): readonly Json[] | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return undefined;
  const parts = value[TEXT_KEY];
  return Array.isArray(parts) ? parts : undefined;
}
