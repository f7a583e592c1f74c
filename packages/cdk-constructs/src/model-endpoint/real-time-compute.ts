import { Duration } from 'aws-cdk-lib';
import { PredefinedMetric } from 'aws-cdk-lib/aws-applicationautoscaling';
import type { Construct } from 'constructs';
import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';
import { takesVolumeKey } from '../volume-key/takes-volume-key.js';
import type { EndpointCompute, EndpointWatch, ScaledVariant, VariantMembers } from './endpoint-compute.js';
import { fleetMembers, type InstanceFleetProps, wrongBounds, wrongFleet } from './instance-fleet.js';
import { scalableVariant } from './scalable-variant.js';

/** How the machines behind a real-time endpoint follow the load. */
export interface RealTimeScaling {
  /**
   * At least 1.
   * @default 1
   */
  readonly minInstances?: number;
  readonly maxInstances: number;
  /** Invocations per machine and minute that scaling aims at (SageMakerVariantInvocationsPerInstance). */
  readonly invocationsPerInstance: number;
  /**
   * Time after a machine went until the next may go.
   * @default Duration.minutes(5)
   */
  readonly scaleInCooldown?: Duration;
  /**
   * Time after a machine came until the next may come.
   * @default Duration.minutes(5)
   */
  readonly scaleOutCooldown?: Duration;
}

/** Settings of {@link RealTimeCompute}. */
export interface RealTimeComputeProps extends InstanceFleetProps {
  /** @default - the number of machines stays */
  readonly scaling?: RealTimeScaling;
}

/** Machines that wait for requests and answer at once; within 60 seconds each (InvokeEndpoint). */
export class RealTimeCompute implements EndpointCompute {
  readonly kind = 'real-time';
  readonly refused = {};
  readonly watches: readonly EndpointWatch[] = ['requests', 'machines'];
  readonly resultKinds = [];
  readonly invokeAction = 'sagemaker:InvokeEndpoint';
  readonly fixedInstances: number | undefined;
  readonly takesVolumeKey: boolean;
  readonly keepsScaledCapacity: boolean;

  constructor(private readonly props: RealTimeComputeProps) {
    this.takesVolumeKey = takesVolumeKey(props.instanceType);
    this.keepsScaledCapacity = props.scaling !== undefined;
    this.fixedInstances = props.scaling === undefined ? (props.instanceCount ?? 1) : undefined;
  }

  wrongProps(): readonly WrongProp[] {
    const { scaling, instanceCount } = this.props;
    if (scaling === undefined) return wrongFleet(this.props);
    const { minInstances = 1, maxInstances, invocationsPerInstance } = scaling;
    const why = 'Only asynchronous endpoints can have no machine (Autoscale an asynchronous endpoint).';
    return [
      ...wrongFleet(this.props),
      ...wrongBounds({ minInstances, maxInstances }, { floor: 1, why, start: instanceCount ?? 1 }),
      ...outOfRange('compute.scaling.invocationsPerInstance', invocationsPerInstance, { min: 1 }),
    ];
  }

  variant(): VariantMembers {
    return fleetMembers(this.props);
  }

  scale(scope: Construct, variant: ScaledVariant): void {
    const { scaling } = this.props;
    if (scaling === undefined) return;
    const { minInstances = 1, maxInstances, invocationsPerInstance, scaleInCooldown, scaleOutCooldown } = scaling;
    scalableVariant(scope, variant, { minInstances, maxInstances }).scaleToTrackMetric('Invocations', {
      predefinedMetric: PredefinedMetric.SAGEMAKER_VARIANT_INVOCATIONS_PER_INSTANCE,
      targetValue: invocationsPerInstance,
      scaleInCooldown: scaleInCooldown ?? Duration.minutes(5),
      scaleOutCooldown: scaleOutCooldown ?? Duration.minutes(5),
    });
  }
}
