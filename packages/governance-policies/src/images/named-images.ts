import { IMAGE_MEMBERS } from '@millrace/schema';
import { type RequestMember, requestMembers } from '../jobs/request-members.js';
import type { PolicyContext } from '../rule/policy-context.js';
import { statedElsewhere } from '../values/stated-elsewhere.js';

/** An image that a step names. */
export type NamedImage = Pick<RequestMember, 'placed' | 'value' | 'path'>;

/** All images that steps name: of jobs, models and packages. An image that is read from another step is judged there. */
export function namedImages(context: PolicyContext): readonly NamedImage[] {
  return context.once(collect);
}

function collect(context: PolicyContext): readonly NamedImage[] {
  return requestMembers(context).filter(
    ({ name, value }) => IMAGE_MEMBERS.has(name) && statedElsewhere(value, context) === undefined,
  );
}
