import type { SageMakerStepType } from './step-type-names.js';

/** Members that a step of any type may have. */
export const COMMON_STEP_MEMBERS = ['Name', 'Type', 'Arguments', 'DependsOn', 'DisplayName', 'Description'] as const;

const CACHED = ['CacheConfig'];
const RETRIED = ['RetryPolicies'];
const CACHED_AND_RETRIED = [...CACHED, ...RETRIED];
const CHECK = [
  ...CACHED_AND_RETRIED,
  'CheckType',
  'ModelPackageGroupName',
  'SkipCheck',
  'FailOnViolation',
  'RegisterNewBaseline',
  'SuppliedBaselineConstraints',
];

/**
 * What a step has beside the common members, by type (facts/sagemaker-pipelines, section 2.1: the
 * SageMaker SDK v2.257.6 and the published schema, whichever takes more). A type that is absent here is
 * too little documented to judge.
 */
export const STEP_MEMBERS: { readonly [T in SageMakerStepType]?: readonly string[] } = {
  Processing: [...CACHED_AND_RETRIED, 'PropertyFiles'],
  Training: CACHED_AND_RETRIED,
  Tuning: CACHED_AND_RETRIED,
  AutoML: CACHED_AND_RETRIED,
  Transform: CACHED_AND_RETRIED,
  Model: RETRIED,
  RegisterModel: RETRIED,
  Condition: [],
  Fail: [],
  Lambda: [...CACHED, 'FunctionArn', 'OutputParameters'],
  Callback: [...CACHED, 'SqsQueueUrl', 'OutputParameters'],
  ClarifyCheck: [...CHECK, 'ModelName'],
  QualityCheck: [...CHECK, 'SuppliedBaselineStatistics'],
  EMR: CACHED_AND_RETRIED,
  EMRServerless: CACHED_AND_RETRIED,
  EndpointConfig: CACHED_AND_RETRIED,
  Endpoint: CACHED,
  InferenceComponent: [],
  Lineage: [],
  BedrockCustomModel: [],
  BedrockCustomModelDeployment: [],
  BedrockModelImport: [],
  BedrockProvisionedModelThroughput: [],
};
