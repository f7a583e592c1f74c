import type { SelectedStepType } from '../service-model-selection.js';
import { jobName } from './member-changes.js';

export const job: SelectedStepType = {
  stepType: 'Job',
  request: 'CreateJob',
  describe: ['DescribeJob'],
  changes: [
    jobName('JobName'),
    {
      member: 'VpcConfig',
      change: 'add',
      shape: 'VpcConfig',
      reason: 'SageMaker Pipelines takes the network beside the document of the job',
      source: 'SDK v3 sagemaker-train, evaluate/mtrl_pipeline_templates.py',
    },
  ],
};
