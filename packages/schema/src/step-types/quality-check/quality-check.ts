import { CHECK_SIBLINGS, checkFacts } from '../check/check-declaration.js';
import { declareStepType } from '../step-type.js';
import { qualityCheckBody } from './quality-check-body.js';

/** Checks data or predictions against a baseline. */
export const qualityCheck = declareStepType({
  type: 'QualityCheck',
  summary: 'Calculates statistics and constraints of data or of predictions, and compares them with a baseline.',
  body: qualityCheckBody,
  request: 'CreateProcessingJob',
  describes: ['Pipelines.QualityCheck'],
  siblings: [...CHECK_SIBLINGS, 'SuppliedBaselineStatistics'],
  outputs: () => new Map(),
  fixedOutputs: {
    calculatedBaselineStatistics: [{ member: 'CalculatedBaselineStatistics' }],
    calculatedBaselineConstraints: [{ member: 'CalculatedBaselineConstraints' }],
    baselineUsedForDriftCheckStatistics: [{ member: 'BaselineUsedForDriftCheckStatistics' }],
    baselineUsedForDriftCheckConstraints: [{ member: 'BaselineUsedForDriftCheckConstraints' }],
  },
  // The names of AWS's list, which are those of the SDK's classes; the two configurations make up `Arguments`.
  facts: checkFacts([
    'QualityCheckConfig',
    'CheckJobConfig',
    'SkipCheck',
    'RegisterNewBaseline',
    'ModelPackageGroupName',
    'SuppliedBaselineConstraints',
    'SuppliedBaselineStatistics',
  ]),
  example: {
    name: 'CheckData',
    type: 'QualityCheck',
    qualityCheck: {
      checkType: 'DataQuality',
      imageUri: '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer',
      baselineDataset: { s3Uri: 's3://<default_bucket>/data/train' },
      suppliedBaselineStatistics: 's3://<default_bucket>/data/baseline/statistics.json',
      suppliedBaselineConstraints: 's3://<default_bucket>/data/baseline/constraints.json',
    },
  },
});
