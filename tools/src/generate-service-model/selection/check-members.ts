import type { BotocoreShape } from '../botocore-model.js';
import type { SelectedStepType } from '../service-model-selection.js';

const COMMON = {
  ModelPackageGroupName: { shape: 'ArnOrName' },
  SkipCheck: { shape: 'Boolean' },
  FailOnViolation: { shape: 'Boolean' },
  RegisterNewBaseline: { shape: 'Boolean' },
  SuppliedBaselineConstraints: { shape: 'CheckText' },
};

/**
 * Check steps mirror CreateProcessingJob; what stands beside their `Arguments` takes expressions too. CheckType takes
 * none, and a rule of its own judges it.
 */
export const checkMembers: readonly SelectedStepType[] = [
  beside('ClarifyCheck', { ModelName: { shape: 'CheckText' } }, { CheckText: { type: 'string', min: 1 } }),
  beside('QualityCheck', { SuppliedBaselineStatistics: { shape: 'CheckText' } }),
];

function beside(
  stepType: string,
  members: BotocoreShape['members'],
  shapes: Readonly<Record<string, BotocoreShape>> = {},
): SelectedStepType {
  return {
    stepType: `${stepType}Members`,
    request: `Beside.${stepType}`,
    composed: {
      arguments: { type: 'structure', members: { ...COMMON, ...members } },
      shapes,
      source: 'SDK workflow/clarify_check_step.py and quality_check_step.py, to_request',
    },
    describe: [],
    changes: [],
  };
}
