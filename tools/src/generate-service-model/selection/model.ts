import type { SelectedStepType } from '../service-model-selection.js';
import { jobName, refused } from './member-changes.js';

export const model: SelectedStepType = {
  stepType: 'Model',
  request: 'CreateModel',
  describe: ['DescribeModel'],
  changes: [
    jobName('ModelName'),
    ...refused(
      ['PrimaryContainer.AdditionalModelDataSources', 'Containers[].AdditionalModelDataSources'],
      'aws/sagemaker-python-sdk issue 4994',
    ),
  ],
};
