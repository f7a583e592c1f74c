import { jobRequestsOf, type PlacedStep, stepTypeRequest } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import { GovernedJob } from './governed-job.js';
import { FORM_OF_REQUEST } from './job-form.js';

/**
 * All that the steps of a definition start or record: jobs, models, packages, endpoint configurations; of a tuning step
 * its training jobs. The jobs of checks are processing jobs.
 */
export function governedJobs(context: PolicyContext): readonly GovernedJob[] {
  return context.once(collect);
}

function collect({ steps }: PolicyContext): readonly GovernedJob[] {
  return steps.flatMap(jobsOfStep);
}

function jobsOfStep(placed: PlacedStep): readonly GovernedJob[] {
  const [own, ...training] = jobRequestsOf(placed);
  if (own === undefined) return [];
  const form = FORM_OF_REQUEST[stepTypeRequest(placed.step.Type) ?? ''];
  const ownJobs = form === undefined ? [] : [new GovernedJob(placed, form, own)];
  return [...ownJobs, ...training.map((job) => new GovernedJob(placed, 'training', job))];
}
