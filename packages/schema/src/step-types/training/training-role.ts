import type { PassedRole } from '../step-permission.js';

/** The role of a training job. */
export const TRAINING_ROLE: PassedRole = {
  members: ['RoleArn'],
  service: 'sagemaker.amazonaws.com',
  assumedFor: ['sagemaker:training-job/*'],
  logGroup: '/aws/sagemaker/TrainingJobs',
};
