import type { Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { environmentValue } from './environment-value.js';

/** The role that the environment has for jobs; undefined where nobody knows it, or where it is that of the pipeline. */
export function environmentRole(context: PolicyContext): Json | undefined {
  const known = context.deployValue('jobRoleArn');
  const isShared = known !== undefined && known === context.deployValue('pipelineRoleArn');
  return isShared ? undefined : environmentValue('jobRoleArn', context);
}
