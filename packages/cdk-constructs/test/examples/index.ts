import type { App, Stack } from 'aws-cdk-lib';
import {
  approvalDeploymentExample,
  approvalDeploymentTargetExample,
  approvalEventForwardingExample,
} from './approval-deployment.js';
import { artifactStoreExample } from './artifact-store.js';
import { batchInferenceExample } from './batch-inference.js';
import { exampleSpecs } from './example-specs.js';
import { idleEndpointGuardExample } from './idle-endpoint-guard.js';
import { churnPipelineExample, foreignPipelineExample, longPipelineExample } from './ml-pipeline.js';
import { asynchronousEndpointExample, realTimeEndpointExample, serverlessEndpointExample } from './model-endpoint.js';
import { modelMonitoringExample } from './model-monitoring.js';
import { modelRegistryExample, registryConsumerExample } from './model-registry.js';
import { studioDomainExample } from './studio-domain.js';

/** A small complete use of one construct; rule packs, linters and baselines look at every one of them. */
export interface Example {
  readonly name: string;
  readonly make: (app: App) => Stack | Promise<Stack>;
}

/** Every construct has at least one example here. */
export const examples: readonly Example[] = [
  ...exampleSpecs,
  { name: 'approval-deployment', make: approvalDeploymentExample },
  { name: 'approval-deployment-target', make: approvalDeploymentTargetExample },
  { name: 'approval-event-forwarding', make: approvalEventForwardingExample },
  { name: 'batch-inference', make: batchInferenceExample },
  { name: 'idle-endpoint-guard', make: idleEndpointGuardExample },
  { name: 'artifact-store', make: artifactStoreExample },
  { name: 'ml-pipeline-churn', make: churnPipelineExample },
  { name: 'ml-pipeline-long', make: longPipelineExample },
  { name: 'ml-pipeline-foreign', make: foreignPipelineExample },
  { name: 'model-endpoint-real-time', make: realTimeEndpointExample },
  { name: 'model-endpoint-serverless', make: serverlessEndpointExample },
  { name: 'model-endpoint-asynchronous', make: asynchronousEndpointExample },
  { name: 'model-monitoring', make: modelMonitoringExample },
  { name: 'studio-domain', make: studioDomainExample },
  { name: 'model-registry', make: modelRegistryExample },
  { name: 'registry-consumer', make: registryConsumerExample },
];
