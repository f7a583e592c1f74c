import { Duration, Names } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { CfnMonitoringSchedule } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import type { AwsImage } from '../aws-image/aws-image.js';
import { MonitorJob, type MonitorSurroundings } from './monitor-job.js';
import type { JobDefinition, MonitorTraits } from './monitor-kind.js';
import type { MonitorAlarm, MonitorSettings } from './monitor-settings.js';

/** Settings of {@link Monitor}. */
export interface MonitorProps {
  readonly traits: MonitorTraits;
  readonly settings: MonitorSettings;
  readonly surroundings: MonitorSurroundings;
  readonly image: AwsImage;
  /** Makes what is scheduled. */
  readonly define: (scope: Construct, job: MonitorJob) => JobDefinition;
}

/** When monitors run where nobody says another time. */
export const EVERY_HOUR = 'cron(0 * ? * * *)';

/** One monitor of an endpoint: what is run, when, and the alarms on what it finds. */
export class Monitor extends Construct {
  readonly scheduleName: string;
  readonly scheduleArn: string;
  readonly alarms: readonly cloudwatch.Alarm[];
  readonly #props: MonitorProps;

  constructor(scope: Construct, id: string, props: MonitorProps) {
    super(scope, id);
    this.#props = props;
    this.scheduleName = Names.uniqueResourceName(this, { maxLength: 63, separator: '-' }).toLowerCase();
    this.scheduleArn = this.makeSchedule().attrMonitoringScheduleArn;
    this.alarms = Object.entries(props.settings.alarms ?? {}).map(([name, alarm]) => this.makeAlarm(name, alarm));
  }

  /** A metric that the monitor emits for its endpoint. */
  metric(metricName: string, options: cloudwatch.MetricOptions = {}): cloudwatch.Metric {
    const { traits, surroundings } = this.#props;
    return new cloudwatch.Metric({
      namespace: traits.namespace,
      metricName,
      period: Duration.hours(1),
      statistic: cloudwatch.Stats.MAXIMUM,
      ...options,
      dimensionsMap: {
        Endpoint: surroundings.endpointName,
        MonitoringSchedule: this.scheduleName,
        ...options.dimensionsMap,
      },
    });
  }

  private makeSchedule(): CfnMonitoringSchedule {
    const { traits, settings, surroundings, image } = this.#props;
    const { type, isolated } = traits;
    const job = new MonitorJob(this, { surroundings, settings, imageUri: image.uri, isolated, type });
    const definition = this.#props.define(this, job);
    const schedule = new CfnMonitoringSchedule(this, 'Schedule', {
      monitoringScheduleName: this.scheduleName,
      monitoringScheduleConfig: {
        monitoringType: type,
        // The attribute of the definition is its ARN, so the name is written out.
        ...(definition.jobDefinitionName !== undefined && {
          monitoringJobDefinitionName: definition.jobDefinitionName,
        }),
        scheduleConfig: { scheduleExpression: settings.schedule ?? EVERY_HOUR },
      },
    });
    schedule.node.addDependency(definition);
    return schedule;
  }

  private makeAlarm(name: string, alarm: MonitorAlarm): cloudwatch.Alarm {
    const { metricName, threshold, comparisonOperator, statistic, dimensions } = alarm;
    const metric = this.metric(metricName, {
      ...(statistic !== undefined && { statistic }),
      ...(dimensions && { dimensionsMap: dimensions }),
    });
    return new cloudwatch.Alarm(this, `Alarm${name}`, {
      alarmDescription: `${this.#props.traits.type} of an endpoint: ${metricName} passes ${threshold}.`,
      metric,
      threshold,
      comparisonOperator: comparisonOperator ?? cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      // Between two executions there is nothing to see.
      treatMissingData: cloudwatch.TreatMissingData.IGNORE,
    });
  }
}
