import { CfnDataQualityJobDefinition } from 'aws-cdk-lib/aws-sagemaker';
import { EMIT_METRICS } from './monitor-job.js';
import type { MonitorKind } from './monitor-kind.js';
import type { DataWindow, MonitorSettings, StoredObject } from './monitor-settings.js';

/** Compares captured requests with the statistics of a baseline: types, missing values, drift of distributions. */
export interface DataQualityMonitorProps extends MonitorSettings, DataWindow {
  /** `constraints.json` of a baseline job. */
  readonly constraints: StoredObject;
  /** `statistics.json` of a baseline job. */
  readonly statistics: StoredObject;
  /** Python script that prepares each captured record ("Preprocessing and Postprocessing"); @default - none */
  readonly preprocessor?: StoredObject;
}

export const dataQualityMonitor: MonitorKind<DataQualityMonitorProps> = {
  type: 'DataQuality',
  image: 'model-monitor',
  namespace: 'aws/sagemaker/Endpoints/data-metrics',
  isolated: true,
  reads: ({ constraints, statistics, preprocessor }) => ({
    objects: [constraints, statistics, ...(preprocessor ? [preprocessor] : [])],
    prefixes: [],
  }),
  define: (scope, job, props) => {
    const { roleArn, imageUri, jobResources, networkConfig, stoppingCondition } = job;
    const { constraints, statistics, preprocessor } = props;
    const properties = {
      roleArn,
      dataQualityAppSpecification: {
        imageUri,
        environment: EMIT_METRICS,
        ...(preprocessor && { recordPreprocessorSourceUri: job.uri(preprocessor) }),
      },
      dataQualityBaselineConfig: {
        constraintsResource: { s3Uri: job.uri(constraints) },
        statisticsResource: { s3Uri: job.uri(statistics) },
      },
      dataQualityJobInput: { endpointInput: job.endpointInput(props) },
      dataQualityJobOutputConfig: job.outputConfig,
      jobResources,
      networkConfig,
      stoppingCondition,
    };
    return new CfnDataQualityJobDefinition(scope, 'Definition', {
      jobDefinitionName: job.named(properties),
      ...properties,
    });
  },
};
