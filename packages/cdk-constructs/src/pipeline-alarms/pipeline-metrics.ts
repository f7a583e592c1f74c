import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/** What SageMaker counts of the executions of a pipeline. */
export type PipelineMetricName =
  | 'ExecutionStarted'
  | 'ExecutionSucceeded'
  | 'ExecutionFailed'
  | 'ExecutionStopped'
  /** Milliseconds. */
  | 'ExecutionDuration';

/**
 * A metric of the executions of a pipeline: counts as sums, durations as averages, of five minutes.
 * Source: SageMaker developer guide, "Metrics for monitoring Amazon SageMaker with CloudWatch", pipelines; the
 * namespace is written so, with a small m.
 */
export function pipelineMetric(
  pipelineName: string,
  metricName: PipelineMetricName,
  options: cloudwatch.MetricOptions = {},
): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
    metricName,
    dimensionsMap: { PipelineName: pipelineName },
    statistic: metricName === 'ExecutionDuration' ? cloudwatch.Stats.AVERAGE : cloudwatch.Stats.SUM,
    period: Duration.minutes(5),
    ...options,
  });
}
