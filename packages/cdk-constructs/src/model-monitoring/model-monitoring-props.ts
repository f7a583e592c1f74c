import type * as sns from 'aws-cdk-lib/aws-sns';
import type { EndpointNetwork } from '../model-endpoint/endpoint-network.js';
import type { ParameterOwner } from '../model-endpoint/endpoint-parameters.js';
import type { EndpointStore } from '../model-endpoint/result-store.js';
import type { BiasMonitorProps } from './bias-monitor.js';
import type { DataQualityMonitorProps } from './data-quality-monitor.js';
import type { ExplainabilityMonitorProps } from './explainability-monitor.js';
import type { ModelQualityMonitorProps } from './model-quality-monitor.js';
import type { StoredPrefix } from './monitor-settings.js';

/** Settings of {@link ModelMonitoring}. */
export interface ModelMonitoringProps {
  /** As in the spec of the pipeline that trains the model. */
  readonly projectName: string;
  /** The endpoint, which captures data: `ModelEndpoint.endpointName`, a name, or a token such as an SSM parameter's. */
  readonly endpointName: string;
  /**
   * The pipeline whose models are served; it says where captured data and results lie.
   * @default `<projectName>-sm-pipeline`
   */
  readonly pipelineName?: string;
  /** Store of this account: results, volumes and captured data are encrypted with its key. */
  readonly artifacts: EndpointStore;
  /** Where the endpoint captures; @default - where `ModelEndpoint` does, in the store */
  readonly captured?: StoredPrefix;
  /** @default - no network of the author's */
  readonly network?: EndpointNetwork;
  /** Hears of executions that fail or find violations, and of alarms. */
  readonly notifications: sns.ITopic;
  readonly dataQuality?: DataQualityMonitorProps;
  readonly modelQuality?: ModelQualityMonitorProps;
  readonly bias?: BiasMonitorProps;
  readonly explainability?: ExplainabilityMonitorProps;
  /** Whose parameters of the Systems Manager publish the schedules. */
  readonly parameterOwner?: ParameterOwner;
}
