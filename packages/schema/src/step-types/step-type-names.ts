/**
 * Every step type of SageMaker Pipelines, with the key that its body has in a spec: the type in lower
 * camel case; `register` is inherited from MDAA. Source: SDK v2.257.6 `StepTypeEnum`, SDK v3, and the
 * service's `PipelineExecutionStepMetadata` (facts/sagemaker-pipelines, section 2.1).
 */
export const BODY_KEYS = {
  Processing: 'processing',
  Training: 'training',
  Tuning: 'tuning',
  AutoML: 'autoML',
  Transform: 'transform',
  Model: 'model',
  RegisterModel: 'register',
  Condition: 'condition',
  Fail: 'fail',
  Lambda: 'lambda',
  Callback: 'callback',
  ClarifyCheck: 'clarifyCheck',
  QualityCheck: 'qualityCheck',
  EMR: 'emr',
  EMRServerless: 'emrServerless',
  EndpointConfig: 'endpointConfig',
  Endpoint: 'endpoint',
  InferenceComponent: 'inferenceComponent',
  Lineage: 'lineage',
  BedrockCustomModel: 'bedrockCustomModel',
  BedrockCustomModelDeployment: 'bedrockCustomModelDeployment',
  BedrockModelImport: 'bedrockModelImport',
  BedrockProvisionedModelThroughput: 'bedrockProvisionedModelThroughput',
  Job: 'job',
} as const;

/** A step type that SageMaker knows. */
export type SageMakerStepType = keyof typeof BODY_KEYS;

/** The names of all step types that SageMaker knows. */
// Object.keys is typed string[]; the constant above has exactly these keys.
export const SAGEMAKER_STEP_TYPES = Object.keys(BODY_KEYS) as readonly SageMakerStepType[];

/** Names that people write for a type, with the name that SageMaker wants. */
export const STEP_TYPE_ALIASES: Readonly<Record<string, SageMakerStepType>> = {
  CreateModel: 'Model',
  ModelStep: 'Model',
  Register: 'RegisterModel',
  Emr: 'EMR',
  TransformJob: 'Transform',
  TrainingJob: 'Training',
  ProcessingJob: 'Processing',
};

/** True when SageMaker knows the type. */
export function isSageMakerStepType(type: string): type is SageMakerStepType {
  return Object.hasOwn(BODY_KEYS, type);
}
