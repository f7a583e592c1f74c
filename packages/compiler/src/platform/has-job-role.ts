import type { PlatformInput } from './platform-model.js';
import { DefinitionTexts } from './roles/definition-texts.js';
import { jobSteps } from './roles/job-steps.js';

/** Whether a pipeline has jobs that run with the role that is made for them: only then is there one to speak of. */
export function hasJobRole(input: PlatformInput): boolean {
  return jobSteps(new DefinitionTexts(input)).some(({ role }) => role !== undefined);
}
