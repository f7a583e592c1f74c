import type { SelectedStepType } from '../service-model-selection.js';

export const inferenceComponent: SelectedStepType = {
  stepType: 'InferenceComponent',
  request: 'CreateInferenceComponent',
  describe: ['DescribeInferenceComponent'],
  changes: ['Specification', 'Specifications[]'].map((specification) => ({
    member: `${specification}.ComputeResourceRequirements.NumberOfCpuCoresRequired`,
    change: 'decimal',
    reason: 'SageMaker Pipelines takes a JSON float only',
    source: 'SDK workflow/inference_component_step.py: "pass 2.0 rather than 2"',
  })),
};
