import type { BotocoreShape } from '../botocore-model.js';
import type { SelectedStepType } from '../service-model-selection.js';

const SOURCE = 'SDK workflow/clarify_check_step.py and quality_check_step.py, to_request';
const COMMON = {
  ModelPackageGroupName: { shape: 'ArnOrName' },
  SkipCheck: { shape: 'Boolean' },
  FailOnViolation: { shape: 'Boolean' },
  RegisterNewBaseline: { shape: 'Boolean' },
  SuppliedBaselineConstraints: { shape: 'CheckText' },
};
const CLOSED = { CheckText: { type: 'string', min: 1 } };

/** Check steps mirror CreateProcessingJob; what stands beside their `Arguments` takes expressions too. */
export const checkMembers: readonly SelectedStepType[] = [
  beside(
    'ClarifyCheck',
    { ModelName: { shape: 'CheckText' } },
    { ClarifyCheckType: { type: 'string', enum: ['DATA_BIAS', 'MODEL_BIAS', 'MODEL_EXPLAINABILITY'] }, ...CLOSED },
  ),
  beside(
    'QualityCheck',
    { SuppliedBaselineStatistics: { shape: 'CheckText' } },
    { QualityCheckType: { type: 'string', enum: ['DATA_QUALITY', 'MODEL_QUALITY'] } },
  ),
];

function beside(
  stepType: string,
  members: BotocoreShape['members'],
  shapes: Readonly<Record<string, BotocoreShape>>,
): SelectedStepType {
  return {
    stepType: `${stepType}Members`,
    request: `Beside.${stepType}`,
    composed: {
      arguments: {
        type: 'structure',
        required: ['CheckType'],
        members: { CheckType: { shape: `${stepType}Type` }, ...COMMON, ...members },
      },
      shapes,
      source: SOURCE,
    },
    describe: [],
    changes: [
      {
        member: 'CheckType',
        change: 'literal',
        reason: 'it decides what the step computes',
        source: `${SOURCE}: it follows from the class of the configuration`,
      },
    ],
  };
}
