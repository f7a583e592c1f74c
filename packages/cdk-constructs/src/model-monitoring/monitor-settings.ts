import type { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as s3 from 'aws-cdk-lib/aws-s3';

/** One object in S3. */
export interface StoredObject {
  /** @default - the bucket of the artifact store */
  readonly bucket?: s3.IBucket;
  readonly key: string;
}

/** All objects below a prefix. */
export interface StoredPrefix {
  /** @default - the bucket of the artifact store */
  readonly bucket?: s3.IBucket;
  /** Without a slash at its beginning. */
  readonly prefix: string;
}

/** What all monitors have. */
export interface MonitorSettings {
  /**
   * Every hour `cron(0 * ? * * *)`, at an hour `cron(0 [0-23] ? * * *)`, or every some hours from one on
   * `cron(0 [0-23]/[1-24] ? * * *)`, UTC: SageMaker takes nothing else (ScheduleConfig). Executions start up to 20 minutes
   * later.
   * @default 'cron(0 * ? * * *)'
   */
  readonly schedule?: string;
  /** SageMaker instance type; @default 'ml.m5.xlarge' */
  readonly instanceType?: string;
  /** 1 to 100 (MonitoringClusterConfig); @default 1 */
  readonly instanceCount?: number;
  /** 1 to 512 (MonitoringClusterConfig); @default 20 */
  readonly volumeSizeInGb?: number;
  /**
   * Time after which an execution is stopped; at most an hour where it runs every hour, else a day
   * (MonitoringStoppingCondition).
   * @default Duration.minutes(30)
   */
  readonly maxRuntime?: Duration;
  /** Bounds of emitted metrics, by a name of yours. Letters and digits; part of logical ids. */
  readonly alarms?: Readonly<Record<string, MonitorAlarm>>;
}

/** A bound of a metric that the monitor emits. */
export interface MonitorAlarm {
  /** As `feature_baseline_drift_age`, `f1`, `bias_metric_DPL`, `feature_age`. */
  readonly metricName: string;
  readonly threshold: number;
  /** @default ComparisonOperator.GREATER_THAN_THRESHOLD */
  readonly comparisonOperator?: cloudwatch.ComparisonOperator;
  /** @default Stats.MAXIMUM */
  readonly statistic?: string;
  /** Further dimensions of Clarify's metrics, as `{ BiasStage: 'Post-Training', … }`. */
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How predictions are found in captured data. */
export interface PredictionAttributes {
  /** Index or JSONPath of the predicted label or value. */
  readonly inferenceAttribute?: string;
  /** Index or JSONPath of the probability. */
  readonly probabilityAttribute?: string;
  /** Probability from which a prediction counts as positive, 0 to 1. */
  readonly probabilityThreshold?: number;
}

/** Which captured data an execution looks at. Ground truth comes later than predictions. */
export interface DataWindow {
  /** ISO 8601, as `-P1D`; @default - since the last execution */
  readonly startTimeOffset?: string;
  /** ISO 8601, as `-PT1H`; @default - until now */
  readonly endTimeOffset?: string;
}
