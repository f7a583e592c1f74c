import { madeByPipelines, type PassedRole, permissionsOfJob, type StepPermission } from '../step-permission.js';

/** What it takes to run a processing job: of Processing steps, and of checks, which are processing jobs too. */
export const PROCESSING_PERMISSIONS: readonly StepPermission[] = permissionsOfJob(
  'ProcessingJob',
  madeByPipelines('processing-job', 'ProcessingJobName'),
);

/** The role of a processing job. */
export const PROCESSING_ROLE: PassedRole = {
  members: ['RoleArn'],
  service: 'sagemaker.amazonaws.com',
  assumedFor: ['sagemaker:processing-job/*'],
  logGroup: '/aws/sagemaker/ProcessingJobs',
};
