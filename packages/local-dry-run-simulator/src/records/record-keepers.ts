import { isStepType, type StepType } from '@millrace/schema';
import {
  keepBedrockCustomModel,
  keepBedrockCustomModelDeployment,
  keepBedrockModelImport,
  keepBedrockProvisionedModelThroughput,
} from './bedrock.js';
import { keepEndpoint } from './endpoint.js';
import { keepEndpointConfig } from './endpoint-config.js';
import { keepInferenceComponent } from './inference-component.js';
import { keepLineage } from './lineage.js';
import { keepModel } from './model.js';
import type { RecordKeeper } from './record-keeper.js';
import { registerModel } from './register-model.js';

/** The list of records; undefined for types that write no entry. A forgotten type is a red build. */
const RECORD_KEEPERS: { readonly [T in StepType]: RecordKeeper | undefined } = {
  Processing: undefined,
  Training: undefined,
  Tuning: undefined,
  AutoML: undefined,
  Transform: undefined,
  Model: keepModel,
  RegisterModel: registerModel,
  Condition: undefined,
  Fail: undefined,
  ClarifyCheck: undefined,
  QualityCheck: undefined,
  EndpointConfig: keepEndpointConfig,
  Endpoint: keepEndpoint,
  InferenceComponent: keepInferenceComponent,
  Lineage: keepLineage,
  BedrockCustomModel: keepBedrockCustomModel,
  BedrockCustomModelDeployment: keepBedrockCustomModelDeployment,
  BedrockModelImport: keepBedrockModelImport,
  BedrockProvisionedModelThroughput: keepBedrockProvisionedModelThroughput,
  Job: undefined,
  Lambda: undefined,
  Callback: undefined,
  EMR: undefined,
  EMRServerless: undefined,
};

/** How the type writes its entry; undefined for types whose entries Millrace does not model. */
export function recordKeeperOf(type: string): RecordKeeper | undefined {
  return isStepType(type) ? RECORD_KEEPERS[type] : undefined;
}
