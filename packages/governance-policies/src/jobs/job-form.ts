/** What a request starts or records, as far as rules care. */
export type JobForm = 'processing' | 'training' | 'transform' | 'autoML' | 'model' | 'modelPackage' | 'endpointConfig';

/** A setting that several forms have, each in a place of its own. */
export type JobSetting =
  | 'vpc'
  | 'isolation'
  | 'trafficEncryption'
  | 'outputKey'
  | 'volumeKey'
  | 'role'
  | 'runtime'
  | 'environment'
  | 'hyperparameters';

/** The way to a member from the request. */
export type Way = readonly string[];

/** Where each form has which setting; a form without an entry has no such setting (CreateProcessingJob, CreateTrainingJob, …). */
export const JOB_SETTINGS: Readonly<Record<JobForm, Partial<Readonly<Record<JobSetting, Way>>>>> = {
  processing: {
    vpc: ['NetworkConfig', 'VpcConfig'],
    isolation: ['NetworkConfig', 'EnableNetworkIsolation'],
    trafficEncryption: ['NetworkConfig', 'EnableInterContainerTrafficEncryption'],
    outputKey: ['ProcessingOutputConfig', 'KmsKeyId'],
    volumeKey: ['ProcessingResources', 'ClusterConfig', 'VolumeKmsKeyId'],
    role: ['RoleArn'],
    runtime: ['StoppingCondition', 'MaxRuntimeInSeconds'],
    environment: ['Environment'],
  },
  training: {
    vpc: ['VpcConfig'],
    isolation: ['EnableNetworkIsolation'],
    trafficEncryption: ['EnableInterContainerTrafficEncryption'],
    outputKey: ['OutputDataConfig', 'KmsKeyId'],
    volumeKey: ['ResourceConfig', 'VolumeKmsKeyId'],
    role: ['RoleArn'],
    runtime: ['StoppingCondition', 'MaxRuntimeInSeconds'],
    environment: ['Environment'],
    hyperparameters: ['HyperParameters'],
  },
  // A batch transform takes VPC, isolation and role from its model (CreateTransformJob).
  transform: {
    outputKey: ['TransformOutput', 'KmsKeyId'],
    volumeKey: ['TransformResources', 'VolumeKmsKeyId'],
    environment: ['Environment'],
  },
  autoML: {
    vpc: ['AutoMLJobConfig', 'SecurityConfig', 'VpcConfig'],
    trafficEncryption: ['AutoMLJobConfig', 'SecurityConfig', 'EnableInterContainerTrafficEncryption'],
    outputKey: ['OutputDataConfig', 'KmsKeyId'],
    volumeKey: ['AutoMLJobConfig', 'SecurityConfig', 'VolumeKmsKeyId'],
    role: ['RoleArn'],
    runtime: ['AutoMLJobConfig', 'CompletionCriteria', 'MaxAutoMLJobRuntimeInSeconds'],
  },
  model: { vpc: ['VpcConfig'], isolation: ['EnableNetworkIsolation'], role: ['ExecutionRoleArn'] },
  modelPackage: {},
  endpointConfig: { volumeKey: ['KmsKeyId'] },
};

/** The forms by the request that the arguments of a step mirror (`stepTypeRequest`). */
export const FORM_OF_REQUEST: Readonly<Record<string, JobForm>> = {
  CreateProcessingJob: 'processing',
  CreateTrainingJob: 'training',
  CreateTransformJob: 'transform',
  CreateAutoMLJob: 'autoML',
  CreateModel: 'model',
  CreateModelPackage: 'modelPackage',
  CreateEndpointConfig: 'endpointConfig',
};
