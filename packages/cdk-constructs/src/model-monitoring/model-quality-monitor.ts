import { CfnModelQualityJobDefinition } from 'aws-cdk-lib/aws-sagemaker';
import { EMIT_METRICS } from './monitor-job.js';
import type { MonitorKind } from './monitor-kind.js';
import type {
  DataWindow,
  MonitorSettings,
  PredictionAttributes,
  StoredObject,
  StoredPrefix,
} from './monitor-settings.js';

/** Compares predictions with what turned out to be true. */
export interface ModelQualityMonitorProps extends MonitorSettings, PredictionAttributes, DataWindow {
  readonly problemType: 'BinaryClassification' | 'MulticlassClassification' | 'Regression';
  /** `constraints.json` of a baseline job. */
  readonly constraints: StoredObject;
  /** Where labels arrive, below `yyyy/mm/dd/hh/` ("Ingest Ground Truth labels and merge them with predictions"). */
  readonly groundTruth: StoredPrefix;
}

export const modelQualityMonitor: MonitorKind<ModelQualityMonitorProps> = {
  type: 'ModelQuality',
  image: 'model-monitor',
  namespace: 'aws/sagemaker/Endpoints/model-metrics',
  isolated: true,
  reads: ({ constraints, groundTruth }) => ({ objects: [constraints], prefixes: [groundTruth] }),
  define: (scope, job, props) => {
    const { roleArn, imageUri, jobResources, networkConfig, stoppingCondition } = job;
    const properties = {
      roleArn,
      modelQualityAppSpecification: { imageUri, problemType: props.problemType, environment: EMIT_METRICS },
      modelQualityBaselineConfig: { constraintsResource: { s3Uri: job.uri(props.constraints) } },
      modelQualityJobInput: {
        endpointInput: job.endpointInput(props),
        groundTruthS3Input: { s3Uri: job.prefixUri(props.groundTruth) },
      },
      modelQualityJobOutputConfig: job.outputConfig,
      jobResources,
      networkConfig,
      stoppingCondition,
    };
    return new CfnModelQualityJobDefinition(scope, 'Definition', {
      jobDefinitionName: job.named(properties),
      ...properties,
    });
  },
};
