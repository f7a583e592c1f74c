import type { Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { environmentValue } from './environment-value.js';

const KEY_ARN = /^arn:[^:]+:kms:[^:]*:[^:]*:key\//;

/** The key of the environment, by its ARN; undefined where nobody knows it. */
export function environmentKey(context: PolicyContext): Json | undefined {
  const known = context.deployValue('kmsKeyArn');
  return known === undefined || KEY_ARN.test(known) ? environmentValue('kmsKeyArn', context) : undefined;
}
