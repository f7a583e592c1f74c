import type { SelectedStepType } from '../service-model-selection.js';
import { experimentNames, jobName } from './member-changes.js';

/** ClarifyCheck and QualityCheck mirror the same request. */
export const processing: SelectedStepType = {
  stepType: 'Processing',
  request: 'CreateProcessingJob',
  describe: ['DescribeProcessingJob'],
  changes: [
    jobName('ProcessingJobName'),
    {
      member: 'RoleArn',
      change: 'expect',
      reason: 'SageMaker has accepted a Processing step without it and presumably used the role of the pipeline',
      source: 'a pipeline in a public Terraform state, applied, whose Processing step has no RoleArn',
    },
    ...experimentNames(),
  ],
};
