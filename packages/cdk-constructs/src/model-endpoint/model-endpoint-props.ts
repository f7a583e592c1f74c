import type { Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import type { DataCapture } from './data-capture.js';
import type { DeploymentPolicy } from './deployment-policy.js';
import type { AlarmThresholds } from './endpoint-alarms.js';
import type { EndpointCompute } from './endpoint-compute.js';
import type { EndpointModel } from './endpoint-model.js';
import type { EndpointNetwork } from './endpoint-network.js';
import type { ParameterOwner } from './endpoint-parameters.js';

/** Settings of {@link ModelEndpoint}. */
export interface ModelEndpointProps {
  /** As in the spec of the pipeline that trains the model: 1 to 32 letters, digits and hyphens. */
  readonly projectName: string;
  /**
   * Stage of the deployment, 1 to 20 lower-case letters, digits and hyphens.
   * @default - the environment of the artifact store
   */
  readonly stageName?: string;
  /**
   * Unique in account and region, whatever the case of its letters; 1 to 63 letters, digits and hyphens.
   * @default `<projectName>-<stageName>`
   */
  readonly endpointName?: string;
  /**
   * The pipeline whose models are served; it says where they lie, and where results go.
   * @default `<projectName>-sm-pipeline`
   */
  readonly pipelineName?: string;
  /** What is served. Another one is deployed by `deployment`, the endpoint stays. */
  readonly model: EndpointModel;
  /** Where it runs: `RealTimeCompute`, `ServerlessCompute` or `AsynchronousCompute`. */
  readonly compute: EndpointCompute;
  /** Store of this account: its key encrypts volumes, logs and results, its bucket takes captured data and answers. */
  readonly artifacts: IArtifactStore;
  /** @default - no network of the author's; containers are isolated from any */
  readonly network?: EndpointNetwork;
  /**
   * Whether containers can open connections.
   * @default false, as Security Hub's SageMaker.5 wants it; serverless compute cannot be isolated
   */
  readonly allowOutboundTraffic?: boolean;
  /** Real-time compute only; @default - nothing is captured */
  readonly dataCapture?: DataCapture;
  /**
   * Age in whole days at which captured data, and requests and answers of asynchronous compute, are deleted.
   * @default - they are kept, as all data of the artifact layout
   */
  readonly resultsExpireAfter?: Duration;
  /** @default DeploymentPolicy.allAtOnce() */
  readonly deployment?: DeploymentPolicy;
  /** Hears of alarms. */
  readonly alarmTopic: sns.ITopic;
  readonly alarmThresholds?: AlarmThresholds;
  /**
   * Role of the model, which may read the model and pull its image already: `RegistryConsumer.executionRole`, where the
   * registry is another account's. What the endpoint itself needs is added.
   * @default - a role that may read `model` and nothing else
   */
  readonly executionRole?: iam.IRole;
  /** @default RetentionDays.ONE_YEAR */
  readonly logRetention?: logs.RetentionDays;
  /** Whose parameters of the Systems Manager publish the endpoint. */
  readonly parameterOwner?: ParameterOwner;
}
