import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { tellOfAlarms } from '../alarm-notification/tell-of-alarms.js';
import { tellOfEvents } from '../event-route/tell-of-events.js';
import { type StartedPipeline, spellings } from '../pipeline-starts/started-pipeline.js';
import { pipelineMetric } from './pipeline-metrics.js';

/** When people are told. */
export interface PipelineAlarmOptions {
  /** Who is told. An encrypted topic needs a key that lets the account decide by IAM. */
  readonly topic: sns.ITopic;
  /**
   * The longest that an execution should take.
   * @default - no alarm
   */
  readonly longestExecution?: Duration;
  /**
   * The longest time without an execution that succeeded, for pipelines that run on a schedule; at most 7 days
   * (CloudWatch, "PutMetricAlarm").
   * @default - no alarm
   */
  readonly longestWithoutSuccess?: Duration;
}

/** Settings of {@link PipelineAlarms}. */
export interface PipelineAlarmsProps extends PipelineAlarmOptions {
  readonly pipeline: StartedPipeline;
}

/**
 * Tells people of executions that failed: at once and by name, from the event, and as an alarm that dashboards and other
 * alarms can build on.
 */
export class PipelineAlarms extends Construct {
  /** Goes off with every execution that fails. */
  readonly failed: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: PipelineAlarmsProps) {
    super(scope, id);
    const { pipeline, topic } = props;
    this.failed = new cloudwatch.Alarm(this, 'Failed', {
      alarmDescription: `An execution of ${pipeline.pipelineName} failed.`,
      metric: pipelineMetric(pipeline.pipelineName, 'ExecutionFailed'),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    tellOfAlarms(topic, [this.failed, ...this.#tooLong(props), ...this.#withoutSuccess(props)]);
    tellOfEvents(this, 'Failure', {
      description: `Tells of executions of ${pipeline.pipelineName} that failed.`,
      pattern: failures(pipeline),
      topic,
      message: `The execution ${field('pipelineExecutionArn')} of the pipeline ${pipeline.pipelineName} failed at ${field('executionEndTime')}.`,
    });
  }

  #tooLong({ pipeline, longestExecution }: PipelineAlarmsProps): cloudwatch.Alarm[] {
    if (longestExecution === undefined) return [];
    const alarm = new cloudwatch.Alarm(this, 'TooLong', {
      alarmDescription: `An execution of ${pipeline.pipelineName} took longer than ${longestExecution.toHumanString()}.`,
      metric: pipelineMetric(pipeline.pipelineName, 'ExecutionDuration', { statistic: cloudwatch.Stats.MAXIMUM }),
      threshold: longestExecution.toMilliseconds(),
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    return [alarm];
  }

  #withoutSuccess({ pipeline, longestWithoutSuccess }: PipelineAlarmsProps): cloudwatch.Alarm[] {
    if (longestWithoutSuccess === undefined) return [];
    const hours = longestWithoutSuccess.toHours({ integral: false });
    const alarm = new cloudwatch.Alarm(this, 'WithoutSuccess', {
      alarmDescription: `No execution of ${pipeline.pipelineName} succeeded for ${longestWithoutSuccess.toHumanString()}.`,
      metric: pipelineMetric(pipeline.pipelineName, 'ExecutionSucceeded', { period: Duration.hours(1) }),
      threshold: 1,
      evaluationPeriods: Math.max(1, Math.ceil(hours)),
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
    });
    return [alarm];
  }
}

/** SageMaker developer guide, "Events that Amazon SageMaker sends to EventBridge": pipeline execution state change. */
function failures(pipeline: StartedPipeline): events.EventPattern {
  return {
    source: ['aws.sagemaker'],
    detailType: ['SageMaker Model Building Pipeline Execution Status Change'],
    detail: { pipelineArn: [...spellings(pipeline)], currentPipelineExecutionStatus: ['Failed'] },
  };
}

function field(name: string): string {
  return events.EventField.fromPath(`$.detail.${name}`);
}
