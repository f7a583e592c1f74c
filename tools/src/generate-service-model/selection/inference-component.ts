import type { SelectedStepType } from '../service-model-selection.js';

export const inferenceComponent: SelectedStepType = {
  stepType: 'InferenceComponent',
  request: 'CreateInferenceComponent',
  describe: ['DescribeInferenceComponent'],
  changes: [],
};
