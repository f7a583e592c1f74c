import type { StepType } from '@millrace/schema';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';
import { lowerAutoML } from './automl.js';
import { lowerBedrockCustomModel } from './bedrock-custom-model.js';
import { lowerBedrockCustomModelDeployment } from './bedrock-custom-model-deployment.js';
import { lowerBedrockModelImport } from './bedrock-model-import.js';
import { lowerBedrockProvisionedModelThroughput } from './bedrock-provisioned-model-throughput.js';
import { lowerCallback } from './callback.js';
import { lowerClarifyCheck } from './clarify-check.js';
import { lowerCondition } from './condition.js';
import { lowerEmr } from './emr.js';
import { lowerEmrServerless } from './emr-serverless.js';
import { lowerEndpoint } from './endpoint.js';
import { lowerEndpointConfig } from './endpoint-config.js';
import { lowerFail } from './fail.js';
import { lowerInferenceComponent } from './inference-component.js';
import { lowerJob } from './job.js';
import { lowerLambda } from './lambda.js';
import { lowerLineage } from './lineage.js';
import { lowerModel } from './model.js';
import { lowerProcessing } from './processing.js';
import { lowerQualityCheck } from './quality-check.js';
import { lowerRegisterModel } from './register-model.js';
import { lowerTraining } from './training.js';
import { lowerTransform } from './transform.js';
import { lowerTuning } from './tuning.js';

/** Lowers the steps of one type. */
export type StepLowering<T extends StepType> = (place: PlaceOf<T>, context: LoweringContext) => LoweredStep;

/** The behavioural half of every step type in the compiler; a type without an entry does not compile. */
export const stepLowerings: { readonly [T in StepType]: StepLowering<T> } = {
  Processing: lowerProcessing,
  Training: lowerTraining,
  Tuning: lowerTuning,
  AutoML: lowerAutoML,
  Transform: lowerTransform,
  Model: lowerModel,
  RegisterModel: lowerRegisterModel,
  Condition: lowerCondition,
  Fail: lowerFail,
  ClarifyCheck: lowerClarifyCheck,
  QualityCheck: lowerQualityCheck,
  EndpointConfig: lowerEndpointConfig,
  Endpoint: lowerEndpoint,
  InferenceComponent: lowerInferenceComponent,
  Lineage: lowerLineage,
  BedrockCustomModel: lowerBedrockCustomModel,
  BedrockCustomModelDeployment: lowerBedrockCustomModelDeployment,
  BedrockModelImport: lowerBedrockModelImport,
  BedrockProvisionedModelThroughput: lowerBedrockProvisionedModelThroughput,
  Job: lowerJob,
  Lambda: lowerLambda,
  Callback: lowerCallback,
  EMR: lowerEmr,
  EMRServerless: lowerEmrServerless,
};
