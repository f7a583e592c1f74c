import { CfnModelBiasJobDefinition } from 'aws-cdk-lib/aws-sagemaker';
import { EMIT_METRICS } from './monitor-job.js';
import type { MonitorKind } from './monitor-kind.js';
import type {
  DataWindow,
  MonitorSettings,
  PredictionAttributes,
  StoredObject,
  StoredPrefix,
} from './monitor-settings.js';

/** Watches whether predictions treat groups differently (SageMaker Clarify). */
export interface BiasMonitorProps extends MonitorSettings, PredictionAttributes, DataWindow {
  /** `analysis_config.json`: label, facets, methods ("Analysis Configuration Files"). */
  readonly analysisConfig: StoredObject;
  /** `analysis.json` of a baseline job; @default - nothing to compare with, metrics only */
  readonly constraints?: StoredObject;
  /** Where labels arrive, below `yyyy/mm/dd/hh/`. */
  readonly groundTruth: StoredPrefix;
  /** JSONPath of the features; @default - those of the container's content type */
  readonly featuresAttribute?: string;
}

export const biasMonitor: MonitorKind<BiasMonitorProps> = {
  type: 'ModelBias',
  image: 'clarify:1.0',
  namespace: 'aws/sagemaker/Endpoints/bias-metrics',
  isolated: true,
  reads: ({ analysisConfig, constraints, groundTruth }) => ({
    objects: [analysisConfig, ...(constraints ? [constraints] : [])],
    prefixes: [groundTruth],
  }),
  define: (scope, job, props) => {
    const { roleArn, imageUri, jobResources, networkConfig, stoppingCondition } = job;
    const { analysisConfig, constraints, featuresAttribute } = props;
    const properties = {
      roleArn,
      modelBiasAppSpecification: { imageUri, configUri: job.uri(analysisConfig), environment: EMIT_METRICS },
      ...(constraints && { modelBiasBaselineConfig: { constraintsResource: { s3Uri: job.uri(constraints) } } }),
      modelBiasJobInput: {
        endpointInput: { ...job.endpointInput(props), ...(featuresAttribute !== undefined && { featuresAttribute }) },
        groundTruthS3Input: { s3Uri: job.prefixUri(props.groundTruth) },
      },
      modelBiasJobOutputConfig: job.outputConfig,
      jobResources,
      networkConfig,
      stoppingCondition,
    };
    return new CfnModelBiasJobDefinition(scope, 'Definition', {
      jobDefinitionName: job.named(properties),
      ...properties,
    });
  },
};
