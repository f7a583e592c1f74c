import { deployValue, type FixedDeployValueName, type Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

/**
 * A deploy value as a fix writes it. In a symbolic definition it keeps its name, so that what is mended for one environment
 * holds in all; in a bound one it is what the environment says, or undefined where nobody knows.
 */
export function environmentValue(name: FixedDeployValueName, context: PolicyContext): Json | undefined {
  return context.isSymbolic ? deployValue(name) : context.deployValue(name);
}
