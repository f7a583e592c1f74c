// The public surface of @millrace/cdk-constructs. Everything else is internal.

export { type Acknowledgement, acknowledge } from './acknowledge/acknowledge.js';
export { acknowledgeExceptions, type ExceptionOptions } from './acknowledge-exceptions/acknowledge-exceptions.js';
export { ApprovalDeployment } from './approval-deployment/approval-deployment.js';
export type {
  ApprovalDeploymentProps,
  DeploymentStage,
  ManualGate,
} from './approval-deployment/approval-deployment-props.js';
export {
  ApprovalDeploymentTarget,
  type ApprovalDeploymentTargetProps,
} from './approval-deployment/approval-deployment-target.js';
export {
  ApprovalEventForwarding,
  type ApprovalEventForwardingProps,
} from './approval-deployment/approval-event-forwarding.js';
export { ArtifactStore, type ArtifactStoreProps } from './artifact-store/artifact-store.js';
export type { ExistingStore } from './artifact-store/imported-artifact-store.js';
export type { IArtifactStore, StoreDemands } from './artifact-store/store-contract.js';
export { BatchInference } from './batch-inference/batch-inference.js';
export type {
  BatchCompute,
  BatchInferenceProps,
  BatchInput,
  BatchOutput,
} from './batch-inference/batch-inference-props.js';
export { EncryptedLogGroup, type EncryptedLogGroupProps } from './encrypted-log-group/encrypted-log-group.js';
export { IdleEndpointGuard } from './idle-endpoint-guard/idle-endpoint-guard.js';
export type {
  EndpointTag,
  IdleEndpointGuardProps,
  IdleEndpointMode,
} from './idle-endpoint-guard/idle-endpoint-guard-props.js';
export { MlPipeline } from './ml-pipeline/ml-pipeline.js';
export type { MlPipelineProps } from './ml-pipeline/ml-pipeline-props.js';
export { MlProject, type MlProjectOptions } from './ml-project/ml-project.js';
export type { ProjectEnvironment } from './ml-project/project-environment.js';
export type { ProjectGroup } from './ml-project/project-group.js';
export type { ProjectModel } from './ml-project/project-models.js';
export { type ProjectStoreProps, projectStore } from './ml-project/project-store.js';
export {
  AsynchronousCompute,
  type AsynchronousComputeProps,
  type AsynchronousScaling,
} from './model-endpoint/asynchronous-compute.js';
export type { DataCapture } from './model-endpoint/data-capture.js';
export {
  type DeploymentOptions,
  DeploymentPolicy,
  type FleetShare,
  type GradualDeploymentOptions,
} from './model-endpoint/deployment-policy.js';
export { type AlarmThresholds, EndpointAlarms } from './model-endpoint/endpoint-alarms.js';
export type { EndpointCompute } from './model-endpoint/endpoint-compute.js';
export { EndpointMetrics } from './model-endpoint/endpoint-metrics.js';
export type {
  EndpointModel,
  ModelArtifactsLocation,
  RegisteredModel,
  UnregisteredModel,
} from './model-endpoint/endpoint-model.js';
export type { EndpointNetwork } from './model-endpoint/endpoint-network.js';
export type { ParameterOwner } from './model-endpoint/endpoint-parameters.js';
export type { InstanceFleetProps } from './model-endpoint/instance-fleet.js';
export { ModelEndpoint } from './model-endpoint/model-endpoint.js';
export type { ModelEndpointProps } from './model-endpoint/model-endpoint-props.js';
export { ModelExecutionRole } from './model-endpoint/model-execution-role.js';
export {
  RealTimeCompute,
  type RealTimeComputeProps,
  type RealTimeScaling,
} from './model-endpoint/real-time-compute.js';
export type { EndpointStore } from './model-endpoint/result-store.js';
export { ServerlessCompute, type ServerlessComputeProps } from './model-endpoint/serverless-compute.js';
export type { BiasMonitorProps } from './model-monitoring/bias-monitor.js';
export type { DataQualityMonitorProps } from './model-monitoring/data-quality-monitor.js';
export type { ExplainabilityMonitorProps } from './model-monitoring/explainability-monitor.js';
export { ModelMonitoring } from './model-monitoring/model-monitoring.js';
export type { ModelMonitoringProps } from './model-monitoring/model-monitoring-props.js';
export type { ModelQualityMonitorProps } from './model-monitoring/model-quality-monitor.js';
export { Monitor, type MonitorProps } from './model-monitoring/monitor.js';
export type {
  DataWindow,
  MonitorAlarm,
  MonitorSettings,
  PredictionAttributes,
  StoredObject,
  StoredPrefix,
} from './model-monitoring/monitor-settings.js';
export type { ModelConsumer } from './model-registry/model-consumer.js';
export { ModelRegistry, type ModelRegistryProps } from './model-registry/model-registry.js';
export { RegistryConsumer, type RegistryConsumerProps } from './model-registry/registry-consumer.js';
export type { IModelRegistry } from './model-registry/registry-contract.js';
export {
  type PipelineAlarmOptions,
  PipelineAlarms,
  type PipelineAlarmsProps,
} from './pipeline-alarms/pipeline-alarms.js';
export { type PipelineMetricName, pipelineMetric } from './pipeline-alarms/pipeline-metrics.js';
export {
  type DefinitionOptions,
  PipelineSource,
  type SpecObject,
  type SpecObjectOptions,
} from './pipeline-source/pipeline-source.js';
export { ApprovalTrigger, type ApprovalTriggerProps } from './pipeline-starts/approval-trigger.js';
export { type DataArrival, DataTrigger, type DataTriggerProps } from './pipeline-starts/data-trigger.js';
export { PipelineSchedule, type PipelineScheduleProps } from './pipeline-starts/pipeline-schedule.js';
export type { ExecutionParameters, StartedPipeline } from './pipeline-starts/started-pipeline.js';
export { RolePolicy, type RolePolicyProps, type RoleStatement } from './role-policy/role-policy.js';
export type { StartTime } from './scheduled-start/scheduled-start.js';
export { SsmParameters, type SsmParametersProps } from './ssm-parameters/ssm-parameters.js';
export { type PublishedStudioDomain, StudioDomain, type StudioDomainProps } from './studio-domain/studio-domain.js';
