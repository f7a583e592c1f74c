import { isDeployed } from '../values/is-deployed.js';
import { beginsUnknown } from '../values/is-unknown-text.js';

/**
 * Whether a text, as rules see it, is or begins with a value that whoever deploys may choose freely. What a resource has is
 * made by its service: an ARN or an id, and no pattern.
 */
export function mayBeAnything(text: string): boolean {
  return beginsUnknown(text) && !isDeployed(text);
}
