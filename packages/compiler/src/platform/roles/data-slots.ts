/** What a job does at the place in S3 that an argument names. */
export type DataAccess =
  /** All objects whose keys begin with it. */
  | 'read-prefix'
  /** One object. */
  | 'read-object'
  /** Objects below it. */
  | 'write'
  /** Objects below it, which the job also reads again. */
  | 'resume'
  /** Nothing, with the job's role: another role does it, or nobody. */
  | 'none';

/**
 * The arguments that name places in S3, by the member around them and their own, as AWS's request shapes have them; a test
 * fails when AWS adds one. Whether a job reads or writes there is in the description of each (SageMaker API reference).
 */
export const DATA_SLOTS: Readonly<Record<string, DataAccess>> = {
  // CreateProcessingJob
  'S3Input.S3Uri': 'read-prefix',
  'S3Output.S3Uri': 'write',
  'AthenaDatasetDefinition.OutputS3Uri': 'resume',
  'RedshiftDatasetDefinition.OutputS3Uri': 'resume',
  // CreateTrainingJob, CreateHyperParameterTuningJob, CreateAutoMLJob, CreateTransformJob, CreateModel, Bedrock
  'S3DataSource.S3Uri': 'read-prefix',
  'S3DataSource.ManifestS3Uri': 'read-object',
  'OutputDataConfig.S3OutputPath': 'write',
  'CheckpointConfig.S3Uri': 'resume',
  'DebugHookConfig.S3OutputPath': 'write',
  'DebugRuleConfigurations.S3OutputPath': 'write',
  'ProfilerConfig.S3OutputPath': 'write',
  'ProfilerRuleConfigurations.S3OutputPath': 'write',
  'TensorBoardOutputConfig.S3OutputPath': 'write',
  'CandidateGenerationConfig.FeatureSpecificationS3Uri': 'read-object',
  // Where script mode has its code (SageMaker training toolkit); the value is JSON text.
  'HyperParameters.sagemaker_submit_directory': 'read-object',
  'StaticHyperParameters.sagemaker_submit_directory': 'read-object',
  'Environment.SAGEMAKER_SUBMIT_DIRECTORY': 'read-object',
  'TransformOutput.S3OutputPath': 'write',
  'DataCaptureConfig.DestinationS3Uri': 'write',
  'PrimaryContainer.ModelDataUrl': 'read-object',
  'Containers.ModelDataUrl': 'read-object',
  'Container.ArtifactUrl': 'read-object',
  // CreateEndpointConfig
  'OutputConfig.S3OutputPath': 'write',
  'OutputConfig.S3FailurePath': 'write',
  'CoreDumpConfig.DestinationS3Uri': 'write',
  // EMR Serverless
  'sparkSubmit.entryPoint': 'read-object',
  'hive.query': 'read-object',
  'hive.initQueryFile': 'read-object',
  's3MonitoringConfiguration.logUri': 'write',
  // Only shown, or followed by the monitoring service.
  'prometheusMonitoringConfiguration.remoteWriteUrl': 'none',
};

/** Beside the arguments of checks: the baselines that they compare with. */
export const BASELINE_MEMBERS = ['SuppliedBaselineConstraints', 'SuppliedBaselineStatistics'] as const;

/** The arguments that name images of containers. */
export const IMAGE_SLOTS: ReadonlySet<string> = new Set([
  'AppSpecification.ImageUri',
  'AlgorithmSpecification.TrainingImage',
  'DebugRuleConfigurations.RuleEvaluatorImage',
  'ProfilerRuleConfigurations.RuleEvaluatorImage',
  'PrimaryContainer.Image',
  'Containers.Image',
  'Container.Image',
]);

/** What a job does with the key that an argument names. */
export type KeyUse = 'volumes' | 'outputs';

/** The arguments that name keys. */
export const KEY_SLOTS: Readonly<Record<string, KeyUse>> = {
  'ClusterConfig.VolumeKmsKeyId': 'volumes',
  'ResourceConfig.VolumeKmsKeyId': 'volumes',
  'HyperParameterTuningResourceConfig.VolumeKmsKeyId': 'volumes',
  'TransformResources.VolumeKmsKeyId': 'volumes',
  'SecurityConfig.VolumeKmsKeyId': 'volumes',
  KmsKeyId: 'volumes',
  'AthenaDatasetDefinition.KmsKeyId': 'outputs',
  'RedshiftDatasetDefinition.KmsKeyId': 'outputs',
  'ProcessingOutputConfig.KmsKeyId': 'outputs',
  'OutputDataConfig.KmsKeyId': 'outputs',
  'TransformOutput.KmsKeyId': 'outputs',
  'DataCaptureConfig.KmsKeyId': 'outputs',
  'OutputConfig.KmsKeyId': 'outputs',
  'CoreDumpConfig.KmsKeyId': 'outputs',
  // Bedrock encrypts what it makes with it.
  ModelKmsKeyArn: 'outputs',
  ImportedModelKmsKeyId: 'outputs',
};
