import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { EndpointWatch } from './endpoint-compute.js';
import type { EndpointMetrics } from './endpoint-metrics.js';

/** When alarms go off. */
export interface AlarmThresholds {
  /**
   * Requests answered with 5xx, in percent.
   * @default 1
   */
  readonly serverErrorPercent?: number;
  /**
   * Requests answered with 4xx, in percent.
   * @default 5
   */
  readonly clientErrorPercent?: number;
  /**
   * Average time in which the model answers.
   * @default Duration.seconds(1)
   */
  readonly modelLatency?: Duration;
  /**
   * CPU in use, 100 for each vCPU of a machine.
   * @default - no alarm: the number of vCPUs depends on the instance type
   */
  readonly cpuUtilization?: number;
  /**
   * Memory in use, in percent.
   * @default 90
   */
  readonly memoryPercent?: number;
  /**
   * Disk in use, in percent.
   * @default 90
   */
  readonly diskPercent?: number;
  /**
   * Age of the oldest request of an asynchronous endpoint.
   * @default Duration.hours(1)
   */
  readonly oldestRequest?: Duration;
}

/** What an endpoint's alarms are made of. */
export interface EndpointAlarmsProps {
  readonly metrics: EndpointMetrics;
  readonly watches: readonly EndpointWatch[];
  readonly thresholds: AlarmThresholds;
}

interface AlarmPlan {
  readonly id: string;
  readonly description: string;
  readonly metric: cloudwatch.Metric;
  /** Goes off above it. */
  readonly threshold: number;
  /** Whether a deployment is turned back. */
  readonly rollback?: boolean;
}

/** The alarms of an endpoint. They go off after 3 bad minutes of 5; no traffic is no alarm. */
export class EndpointAlarms extends Construct {
  readonly all: readonly cloudwatch.Alarm[];
  /** Those that turn a deployment back. */
  readonly rollback: readonly cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, props: EndpointAlarmsProps) {
    super(scope, id);
    const made = props.watches
      .flatMap((watch) => PLANS[watch](props))
      .map((plan) => ({ plan, alarm: this.make(plan) }));
    this.all = made.map(({ alarm }) => alarm);
    this.rollback = made.filter(({ plan }) => plan.rollback).map(({ alarm }) => alarm);
  }

  private make({ id, description, metric, threshold }: AlarmPlan): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, id, {
      alarmDescription: description,
      metric,
      threshold,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
}

const PLANS: Readonly<Record<EndpointWatch, (props: EndpointAlarmsProps) => readonly AlarmPlan[]>> = {
  requests: requestPlans,
  machines: machinePlans,
  queue: queuePlans,
};

/** SageMaker sends 1 for an error and 0 for anything else, so the average is the rate of errors. */
function requestPlans({ metrics, thresholds, watches }: EndpointAlarmsProps): readonly AlarmPlan[] {
  const { serverErrorPercent = 1, clientErrorPercent = 5, modelLatency } = thresholds;
  const queued = watches.includes('queue');
  const errors: readonly AlarmPlan[] = [
    {
      id: 'ServerErrors',
      description: `More than ${serverErrorPercent} % of requests fail in the model (5xx).`,
      metric: metrics.ofRequests('Invocation5XXErrors'),
      threshold: serverErrorPercent / 100,
      rollback: true,
    },
    {
      id: 'ClientErrors',
      description: `More than ${clientErrorPercent} % of requests are refused (4xx).`,
      metric: metrics.ofRequests('Invocation4XXErrors'),
      threshold: clientErrorPercent / 100,
    },
  ];
  // Nobody waits for the answer of a queue, unless a threshold says so.
  if (queued && modelLatency === undefined) return errors;
  const latency = modelLatency ?? Duration.seconds(1);
  return [
    ...errors,
    {
      id: 'Latency',
      description: `The model takes more than ${latency.toHumanString()} on average.`,
      metric: metrics.ofRequests('ModelLatency'),
      threshold: latency.toMilliseconds() * 1000,
      rollback: true,
    },
  ];
}

function machinePlans({ metrics, thresholds }: EndpointAlarmsProps): readonly AlarmPlan[] {
  const { cpuUtilization, memoryPercent = 90, diskPercent = 90 } = thresholds;
  const cpu: readonly AlarmPlan[] =
    cpuUtilization === undefined
      ? []
      : [
          {
            id: 'Cpu',
            description: `More than ${cpuUtilization} of CPU is in use (100 for each vCPU).`,
            metric: metrics.ofMachines('CPUUtilization'),
            threshold: cpuUtilization,
          },
        ];
  return [
    ...cpu,
    {
      id: 'Memory',
      description: `More than ${memoryPercent} % of memory is in use.`,
      metric: metrics.ofMachines('MemoryUtilization'),
      threshold: memoryPercent,
    },
    {
      id: 'Disk',
      description: `More than ${diskPercent} % of the disk is in use.`,
      metric: metrics.ofMachines('DiskUtilization'),
      threshold: diskPercent,
    },
  ];
}

function queuePlans({ metrics, thresholds }: EndpointAlarmsProps): readonly AlarmPlan[] {
  const { oldestRequest = Duration.hours(1) } = thresholds;
  return [
    {
      id: 'OldestRequest',
      description: `A request waits for more than ${oldestRequest.toHumanString()}.`,
      metric: metrics.ofQueue('ApproximateAgeOfOldestRequest', { statistic: cloudwatch.Stats.MAXIMUM }),
      threshold: oldestRequest.toSeconds(),
    },
    {
      id: 'FailedRequests',
      description: 'Asynchronous requests fail.',
      metric: metrics.ofRequests('InvocationFailures', { statistic: cloudwatch.Stats.SUM }),
      threshold: 0,
      rollback: true,
    },
  ];
}
