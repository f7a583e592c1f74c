import { autoML } from './automl/automl.js';
import { bedrockCustomModel } from './bedrock-custom-model/bedrock-custom-model.js';
import { bedrockCustomModelDeployment } from './bedrock-custom-model-deployment/bedrock-custom-model-deployment.js';
import { bedrockModelImport } from './bedrock-model-import/bedrock-model-import.js';
import { bedrockProvisionedModelThroughput } from './bedrock-provisioned-model-throughput/bedrock-provisioned-model-throughput.js';
import { callback } from './callback/callback.js';
import { clarifyCheck } from './clarify-check/clarify-check.js';
import { condition } from './condition/condition.js';
import { emr } from './emr/emr.js';
import { emrServerless } from './emr-serverless/emr-serverless.js';
import { endpoint } from './endpoint/endpoint.js';
import { endpointConfig } from './endpoint-config/endpoint-config.js';
import { fail } from './fail/fail.js';
import { inferenceComponent } from './inference-component/inference-component.js';
import { job } from './job/job.js';
import { lambda } from './lambda/lambda.js';
import { lineage } from './lineage/lineage.js';
import { model } from './model/model.js';
import { processing } from './processing/processing.js';
import { qualityCheck } from './quality-check/quality-check.js';
import { registerModel } from './register-model/register-model.js';
import type { StepTypeFacts } from './step-type-facts.js';
import type { SageMakerStepType } from './step-type-names.js';
import { training } from './training/training.js';
import { transform } from './transform/transform.js';
import { tuning } from './tuning/tuning.js';

/**
 * *The* list of step types that Millrace implements. Unions, tables, JSON Schema, docs and tests derive
 * from it; a forgotten type is a red build.
 */
export const stepTypeDeclarations = {
  Processing: processing,
  Training: training,
  Tuning: tuning,
  AutoML: autoML,
  Transform: transform,
  Model: model,
  RegisterModel: registerModel,
  Condition: condition,
  Fail: fail,
  Lambda: lambda,
  Callback: callback,
  ClarifyCheck: clarifyCheck,
  QualityCheck: qualityCheck,
  EMR: emr,
  EMRServerless: emrServerless,
  EndpointConfig: endpointConfig,
  Endpoint: endpoint,
  InferenceComponent: inferenceComponent,
  Lineage: lineage,
  BedrockCustomModel: bedrockCustomModel,
  BedrockCustomModelDeployment: bedrockCustomModelDeployment,
  BedrockModelImport: bedrockModelImport,
  BedrockProvisionedModelThroughput: bedrockProvisionedModelThroughput,
  Job: job,
} as const satisfies { readonly [T in SageMakerStepType]: unknown };

/** A step type that Millrace implements. */
export type StepType = keyof typeof stepTypeDeclarations;

/** The declaration of a step type. */
export type DeclarationOf<T extends StepType> = (typeof stepTypeDeclarations)[T];

/** The step types that Millrace implements. */
// Object.keys is typed string[]; the constant above has exactly these keys.
export const STEP_TYPES = Object.keys(stepTypeDeclarations) as readonly StepType[];

/** True when Millrace implements the type. */
export function isStepType(type: string): type is StepType {
  return Object.hasOwn(stepTypeDeclarations, type);
}

/** The facts of a type; undefined for types that Millrace does not implement. */
export function stepTypeFacts(type: string): StepTypeFacts | undefined {
  return isStepType(type) ? stepTypeDeclarations[type].facts : undefined;
}

/** The AWS request that the arguments of a type mirror: `CreateTrainingJob`; undefined for types without one, and for those not implemented. */
export function stepTypeRequest(type: string): string | undefined {
  if (!isStepType(type)) return undefined;
  const declaration: { readonly request?: string } = stepTypeDeclarations[type];
  return declaration.request;
}
