import type { SelectedStepType } from '../service-model-selection.js';
import { refused } from './member-changes.js';

export const endpoint: SelectedStepType = {
  stepType: 'Endpoint',
  request: 'CreateEndpoint',
  describe: ['DescribeEndpoint'],
  changes: [...refused(['DeploymentConfig'], 'SDK workflow/endpoint_step.py, unsupported_fields')],
};
