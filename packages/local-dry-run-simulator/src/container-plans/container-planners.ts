import { isStepType, type StepType } from '@millrace/schema';
import { autoMLPlanner } from './automl.js';
import { clarifyCheckPlanner, qualityCheckPlanner } from './checks.js';
import type { ContainerPlanner } from './container-planner.js';
import { emrPlanner } from './emr.js';
import { emrServerlessPlanner } from './emr-serverless.js';
import { jobPlanner } from './job.js';
import { processingPlanner } from './processing.js';
import { trainingPlanner } from './training.js';
import { transformPlanner } from './transform.js';
import { tuningPlanner } from './tuning.js';

/** The list of container plans; undefined for types that start no containers. A forgotten type is a red build. */
const CONTAINER_PLANNERS: { readonly [T in StepType]: ContainerPlanner | undefined } = {
  Processing: processingPlanner,
  Training: trainingPlanner,
  Tuning: tuningPlanner,
  AutoML: autoMLPlanner,
  Transform: transformPlanner,
  Model: undefined,
  RegisterModel: undefined,
  Condition: undefined,
  Fail: undefined,
  ClarifyCheck: clarifyCheckPlanner,
  QualityCheck: qualityCheckPlanner,
  EndpointConfig: undefined,
  Endpoint: undefined,
  InferenceComponent: undefined,
  Lineage: undefined,
  BedrockCustomModel: undefined,
  BedrockCustomModelDeployment: undefined,
  BedrockModelImport: undefined,
  BedrockProvisionedModelThroughput: undefined,
  Job: jobPlanner,
  Lambda: undefined,
  Callback: undefined,
  EMR: emrPlanner,
  EMRServerless: emrServerlessPlanner,
};

/** How jobs of the type run in containers; undefined for types whose jobs Millrace does not model. */
export function containerPlannerOf(type: string): ContainerPlanner | undefined {
  return isStepType(type) ? CONTAINER_PLANNERS[type] : undefined;
}
