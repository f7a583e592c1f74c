import type { SelectedStepType } from '../service-model-selection.js';
import { experimentNames, jobName } from './member-changes.js';

export const transform: SelectedStepType = {
  stepType: 'Transform',
  request: 'CreateTransformJob',
  describe: ['DescribeTransformJob'],
  changes: [jobName('TransformJobName'), ...experimentNames()],
};
