import type { SelectedStepType } from '../service-model-selection.js';
import { refused } from './member-changes.js';

export const endpointConfig: SelectedStepType = {
  stepType: 'EndpointConfig',
  request: 'CreateEndpointConfig',
  describe: ['DescribeEndpointConfig'],
  changes: [
    {
      member: 'EndpointConfigName',
      change: 'release',
      reason: 'SageMaker makes the name unique in every execution',
      source: 'aws/sagemaker-python-sdk pull request 6224; a public CDK pipeline leaves it out',
    },
    ...refused(['DataCaptureConfig', 'ExplainerConfig'], 'SDK workflow/endpoint_step.py, unsupported_fields'),
  ],
};
