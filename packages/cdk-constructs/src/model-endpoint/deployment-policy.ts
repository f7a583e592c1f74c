import { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { CfnEndpoint } from 'aws-cdk-lib/aws-sagemaker';
import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';

/** A part of the new fleet: of its capacity in percent, or machines. */
export type FleetShare = { readonly percent: number } | { readonly instances: number };

/** What all deployments have in common. */
export interface DeploymentOptions {
  /**
   * How long the old fleet stays after the new one has taken all traffic, ready for a rollback; up to an hour.
   * @default Duration.minutes(10)
   */
  readonly terminationWait?: Duration;
  /**
   * Time for the whole deployment, 10 minutes to 8 hours; longer than all its waits together.
   * @default - SageMaker's
   */
  readonly maximumExecutionTimeout?: Duration;
  /**
   * Alarms that turn a deployment back, at most 10. An empty list switches that off.
   * @default - the endpoint's own alarms of errors and latency
   */
  readonly rollbackAlarms?: readonly cloudwatch.IAlarm[];
}

/** A deployment in parts. */
export interface GradualDeploymentOptions extends DeploymentOptions {
  /** The first part (canary, at most 50 %), or each part (linear, 10 to 50 %). */
  readonly share: FleetShare;
  /** How long alarms are watched after each part; up to an hour. */
  readonly wait: Duration;
}

/**
 * How a new model or setting takes over: always by a second fleet beside the first (blue/green), with a rollback when an
 * alarm goes off. Source: Amazon SageMaker developer guide, "Deployment guardrails"; limits of BlueGreenUpdatePolicy and
 * TrafficRoutingConfig. Endpoints on ml.inf1 fall back to all at once without a wait.
 */
export class DeploymentPolicy {
  /** All traffic moves in one step. */
  static allAtOnce(options: DeploymentOptions = {}): DeploymentPolicy {
    return new DeploymentPolicy('ALL_AT_ONCE', options);
  }

  /** A small part first, then all the rest. */
  static canary(options: GradualDeploymentOptions): DeploymentPolicy {
    return new DeploymentPolicy('CANARY', options);
  }

  /** Equal parts, one after the other. */
  static linear(options: GradualDeploymentOptions): DeploymentPolicy {
    return new DeploymentPolicy('LINEAR', options);
  }

  readonly rollbackAlarms: readonly cloudwatch.IAlarm[] | undefined;

  private constructor(
    private readonly type: 'ALL_AT_ONCE' | 'CANARY' | 'LINEAR',
    private readonly options: DeploymentOptions & Partial<GradualDeploymentOptions>,
  ) {
    this.rollbackAlarms = options.rollbackAlarms;
  }

  /** Whether parts are counted in machines. */
  get countsInstances(): boolean {
    return this.options.share !== undefined && 'instances' in this.options.share;
  }

  /** CreateEndpoint's and UpdateEndpoint's DeploymentConfig. */
  member(alarms: readonly cloudwatch.IAlarm[]): CfnEndpoint.DeploymentConfigProperty {
    const { maximumExecutionTimeout } = this.options;
    return {
      blueGreenUpdatePolicy: {
        trafficRoutingConfiguration: {
          type: this.type,
          waitIntervalInSeconds: this.waitSeconds,
          ...this.shareMember(),
        },
        terminationWaitInSeconds: this.terminationSeconds,
        ...(maximumExecutionTimeout && { maximumExecutionTimeoutInSeconds: maximumExecutionTimeout.toSeconds() }),
      },
      ...(alarms.length > 0 && {
        autoRollbackConfiguration: { alarms: alarms.map(({ alarmName }) => ({ alarmName })) },
      }),
    };
  }

  /** All that is wrong, for a fleet of so many machines where that is known. */
  wrongProps(instances: number | undefined): readonly WrongProp[] {
    return [
      ...outOfRange('deployment.wait (seconds)', this.waitSeconds, { min: 0, max: 3600 }),
      ...outOfRange('deployment.terminationWait (seconds)', this.terminationSeconds, { min: 0, max: 3600 }),
      ...this.wrongShare(instances),
      ...this.wrongTimeout(instances),
      ...this.wrongAlarms(),
    ];
  }

  private get waitSeconds(): number {
    return this.options.wait?.toSeconds() ?? 0;
  }

  private get terminationSeconds(): number {
    return (this.options.terminationWait ?? Duration.minutes(10)).toSeconds();
  }

  private shareMember(): Partial<CfnEndpoint.TrafficRoutingConfigProperty> {
    const { share } = this.options;
    if (share === undefined) return {};
    const size =
      'percent' in share
        ? { type: 'CAPACITY_PERCENT', value: share.percent }
        : { type: 'INSTANCE_COUNT', value: share.instances };
    return this.type === 'CANARY' ? { canarySize: size } : { linearStepSize: size };
  }

  private wrongShare(instances: number | undefined): readonly WrongProp[] {
    const { share } = this.options;
    const least = this.type === 'LINEAR' ? 10 : 1;
    if (share === undefined) return [];
    if ('percent' in share) return outOfRange('deployment.share.percent', share.percent, { min: least, max: 50 });
    if (instances === undefined) return outOfRange('deployment.share.instances', share.instances, { min: 1 });
    const range = { min: Math.ceil((instances * least) / 100), max: Math.floor(instances / 2) };
    return outOfRange(`deployment.share.instances (of ${instances})`, share.instances, range);
  }

  private wrongTimeout(instances: number | undefined): readonly WrongProp[] {
    const given = this.options.maximumExecutionTimeout?.toSeconds();
    const waits = this.waitSeconds * this.steps(instances) + this.terminationSeconds;
    return outOfRange('deployment.maximumExecutionTimeout (seconds)', given, {
      min: Math.max(600, waits + 1),
      max: 28800,
    });
  }

  /** Waits of a deployment: one after each part but the last. */
  private steps(instances: number | undefined): number {
    const { share } = this.options;
    if (share === undefined || this.type === 'CANARY') return 1;
    const parts = 'percent' in share ? 100 / share.percent : (instances ?? 1) / share.instances;
    return Math.max(1, Math.ceil(parts) - 1);
  }

  private wrongAlarms(): readonly WrongProp[] {
    const count = this.rollbackAlarms?.length ?? 0;
    if (count <= 10) return [];
    const allowed = 'at most 10 (AutoRollbackConfig)';
    return [{ prop: 'deployment.rollbackAlarms', given: `${count} alarms`, allowed, help: 'Join them in one alarm.' }];
  }
}
