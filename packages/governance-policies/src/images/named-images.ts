import { IMAGE_MEMBERS } from '@millrace/schema';
import { type RequestMember, requestMembers } from '../jobs/request-members.js';
import type { PolicyContext } from '../rule/policy-context.js';

/** An image that a step names. */
export type NamedImage = Pick<RequestMember, 'placed' | 'value' | 'path'>;

/** All images that steps name: of jobs, models and packages. */
export function namedImages(context: PolicyContext): readonly NamedImage[] {
  return context.once(collect);
}

function collect(context: PolicyContext): readonly NamedImage[] {
  return requestMembers(context).filter(({ name }) => IMAGE_MEMBERS.has(name));
}
