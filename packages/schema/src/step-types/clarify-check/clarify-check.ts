import { CHECK_SIBLINGS, checkFacts } from '../check/check-declaration.js';
import { declareStepType } from '../step-type.js';
import { clarifyCheckBody } from './clarify-check-body.js';

/** Checks data or a model for bias, or what a model's predictions depend on. */
export const clarifyCheck = declareStepType({
  type: 'ClarifyCheck',
  summary: 'Measures bias in data or in a model, or what its predictions depend on, and compares with a baseline.',
  body: clarifyCheckBody,
  request: 'CreateProcessingJob',
  describes: ['Pipelines.ClarifyCheck'],
  siblings: [...CHECK_SIBLINGS, 'ModelName'],
  outputs: () => new Map(),
  fixedOutputs: {
    calculatedBaselineConstraints: [{ member: 'CalculatedBaselineConstraints' }],
    baselineUsedForDriftCheckConstraints: [{ member: 'BaselineUsedForDriftCheckConstraints' }],
  },
  // The names of AWS's list, which are those of the SDK's classes; the two configurations make up `Arguments`.
  facts: checkFacts([
    'ClarifyCheckConfig',
    'CheckJobConfig',
    'SkipCheck',
    'RegisterNewBaseline',
    'ModelPackageGroupName',
    'SuppliedBaselineConstraints',
  ]),
  example: {
    name: 'CheckBias',
    type: 'ClarifyCheck',
    clarifyCheck: {
      checkType: 'DataBias',
      imageUri: '205585389593.dkr.ecr.us-east-1.amazonaws.com/sagemaker-clarify-processing:1.0',
      dataset: { s3Uri: 's3://<default_bucket>/data/train' },
      config: {
        headers: ['churned', 'age', 'plan'],
        label: 'churned',
        label_values_or_threshold: [1],
        facet: [{ name_or_index: 'age', value_or_threshold: [40] }],
      },
      suppliedBaselineConstraints: 's3://<default_bucket>/data/baseline/analysis.json',
    },
  },
});
