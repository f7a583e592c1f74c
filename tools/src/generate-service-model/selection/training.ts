import type { SelectedStepType } from '../service-model-selection.js';
import { experimentNames, jobName } from './member-changes.js';

export const training: SelectedStepType = {
  stepType: 'Training',
  request: 'CreateTrainingJob',
  describe: ['DescribeTrainingJob'],
  changes: [jobName('TrainingJobName'), ...experimentNames()],
};
