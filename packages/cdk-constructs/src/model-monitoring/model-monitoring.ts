import { artifactKey } from '@millrace/schema';
import type * as events from 'aws-cdk-lib/aws-events';
import { EventField } from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { tellOfAlarms } from '../alarm-notification/tell-of-alarms.js';
import { type AwsImage, awsImage } from '../aws-image/aws-image.js';
import { tellOfEvents } from '../event-route/tell-of-events.js';
import { ModelExecutionRole } from '../model-endpoint/model-execution-role.js';
import { ResultStore } from '../model-endpoint/result-store.js';
import { refuse } from '../refuse/refuse.js';
import { RolePolicy, type RoleStatement } from '../role-policy/role-policy.js';
import { biasMonitor } from './bias-monitor.js';
import { wrongMonitoring } from './check-monitoring.js';
import { dataQualityMonitor } from './data-quality-monitor.js';
import { explainabilityMonitor } from './explainability-monitor.js';
import type { ModelMonitoringProps } from './model-monitoring-props.js';
import { modelQualityMonitor } from './model-quality-monitor.js';
import { Monitor } from './monitor.js';
import type { MonitorSurroundings } from './monitor-job.js';
import type { MonitorKind, MonitorReads } from './monitor-kind.js';
import type { MonitorSettings, StoredPrefix } from './monitor-settings.js';
import { MonitoringParameters } from './monitoring-parameters.js';
import { monitoringStatements } from './monitoring-statements.js';

/**
 * The monitors of an endpoint that captures data: AWS's own containers compare requests, predictions and attributions with
 * baselines, on a schedule, and a topic hears of violations, failures and alarms. Results lie in
 * `reports/monitoring/<endpoint>/<monitor>` of the artifact layout.
 *
 * All traffic between machines is encrypted and all containers but those of explainability are isolated, as Security Hub's
 * SageMaker.9 to 15, 22 and 25 want it. Model Monitor is "no longer open to new customers"
 * ("Amazon SageMaker Model Monitor availability change"): an account that never used it cannot create schedules.
 * @throws Error where settings are wrong; it names all of them
 */
export class ModelMonitoring extends Construct {
  /** The role of all monitors. */
  readonly role: iam.IRole;
  readonly monitors: readonly Monitor[];

  constructor(scope: Construct, id: string, props: ModelMonitoringProps) {
    super(scope, id);
    refuse(this, wrongMonitoring(props));
    this.role = new ModelExecutionRole(this, 'Role');
    const surroundings = this.surroundings(props);
    const chosen = chosenMonitors(this, props);
    const policy = this.makePolicy(props, surroundings, chosen);
    this.monitors = chosen.map(({ make }) => make(surroundings));
    for (const monitor of this.monitors) monitor.node.addDependency(policy);
    this.notify(props.notifications);
    this.publish(props);
  }

  private surroundings(props: ModelMonitoringProps): MonitorSurroundings {
    const { endpointName, artifacts, network } = props;
    const owner = { environment: artifacts.environment, pipeline: [pipelineOf(props)] };
    const outputPrefix = artifactKey(owner, 'reports', ['monitoring', endpointName]).join('');
    const { bucket, key } = artifacts;
    return { endpointName, roleArn: this.role.roleArn, bucket, key, outputPrefix, network };
  }

  private makePolicy(
    props: ModelMonitoringProps,
    surroundings: MonitorSurroundings,
    chosen: readonly ChosenMonitor[],
  ): RolePolicy {
    const statements = monitoringStatements(this, {
      surroundings,
      reads: {
        objects: chosen.flatMap(({ reads }) => reads.objects),
        prefixes: [capturedBy(props), ...chosen.flatMap(({ reads }) => reads.prefixes)],
      },
      repositories: chosen.map(({ image }) => image.repositoryArn),
      further: chosen.flatMap(({ statements: own }) => own),
    });
    return new RolePolicy(this, 'Policy', { role: this.role, statements });
  }

  /** Jobs of the monitors are known by their role, which nobody else has. */
  private notify(topic: sns.ITopic): void {
    const job = EventField.fromPath('$.detail.ProcessingJobName');
    tellOfEvents(this, 'Failures', {
      description: 'Tells of executions of monitors that failed or were stopped.',
      pattern: this.jobs({ ProcessingJobStatus: ['Failed', 'Stopped'] }),
      topic,
      message: `Monitoring job ${job} did not succeed. ${EventField.fromPath('$.detail.FailureReason')}`,
    });
    tellOfEvents(this, 'Violations', {
      description: 'Tells of executions of monitors that found violations of their baselines.',
      pattern: this.jobs({ ProcessingJobStatus: ['Completed'], ExitMessage: [{ prefix: 'CompletedWithViolations' }] }),
      topic,
      message: `Monitoring job ${job} found violations. ${EventField.fromPath('$.detail.ExitMessage')}`,
    });
    const alarms = this.monitors.flatMap((monitor) => monitor.alarms);
    if (alarms.length > 0) tellOfAlarms(topic, alarms);
  }

  private jobs(detail: Readonly<Record<string, unknown>>): events.EventPattern {
    return {
      source: ['aws.sagemaker'],
      detailType: ['SageMaker Processing Job State Change'],
      detail: { RoleArn: [this.role.roleArn], ...detail },
    };
  }

  private publish({ projectName, endpointName, artifacts, parameterOwner = {} }: ModelMonitoringProps): void {
    new MonitoringParameters(this, 'Parameters', {
      owner: parameterOwner,
      environment: artifacts.environment,
      projectName,
      endpointName,
      values: {
        'monitor-schedule-count': String(this.monitors.length),
        'monitor-schedule-arns': this.monitors.map(({ scheduleArn }) => scheduleArn).join(','),
        'output-bucket-name': artifacts.bucket.bucketName,
      },
    });
  }
}

/** A monitor that the settings ask for. */
interface ChosenMonitor {
  readonly image: AwsImage;
  readonly reads: MonitorReads;
  readonly statements: readonly RoleStatement[];
  readonly make: (surroundings: MonitorSurroundings) => Monitor;
}

function chosenMonitors(scope: Construct, props: ModelMonitoringProps): readonly ChosenMonitor[] {
  return [
    ...choose(scope, dataQualityMonitor, props.dataQuality),
    ...choose(scope, modelQualityMonitor, props.modelQuality),
    ...choose(scope, biasMonitor, props.bias),
    ...choose(scope, explainabilityMonitor, props.explainability),
  ];
}

function choose<Settings extends MonitorSettings>(
  scope: Construct,
  kind: MonitorKind<Settings>,
  settings: Settings | undefined,
): readonly ChosenMonitor[] {
  if (settings === undefined) return [];
  const image = awsImage(scope, kind.image);
  return [
    {
      image,
      reads: kind.reads(settings),
      statements: kind.statements?.(scope) ?? [],
      make: (surroundings) =>
        new Monitor(scope, kind.type, {
          traits: kind,
          settings,
          surroundings,
          image,
          define: (own, job) => kind.define(own, job, settings),
        }),
    },
  ];
}

function capturedBy(props: ModelMonitoringProps): StoredPrefix {
  const { artifacts, endpointName, captured } = props;
  const results = new ResultStore({ store: artifacts, pipelineName: pipelineOf(props), endpointName });
  return captured ?? { prefix: results.prefix('endpoint-data-capture') };
}

function pipelineOf({ projectName, pipelineName }: ModelMonitoringProps): string {
  return pipelineName ?? `${projectName}-sm-pipeline`;
}
