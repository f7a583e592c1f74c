import type { PlatformInput } from './platform-model.js';
import { jobRoleOf } from './roles/job-role.js';

/** Whether a pipeline has jobs that run with the role that is made for them: only then is there one to speak of. */
export function hasJobRole(input: PlatformInput): boolean {
  return jobRoleOf(input).trust.length > 0;
}
