import { Duration } from 'aws-cdk-lib';
import {
  AdjustmentType,
  MetricAggregationType,
  type ScalableTarget,
  StepScalingAction,
} from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { ApplicationScalingAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { CfnEndpointConfig } from 'aws-cdk-lib/aws-sagemaker';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { takesVolumeKey } from '../volume-key/takes-volume-key.js';
import { asynchronousStatements } from './asynchronous-statements.js';
import type { EndpointCompute, EndpointWatch, ScaledVariant, VariantMembers } from './endpoint-compute.js';
import { fleetMembers, type InstanceFleetProps, wrongBounds, wrongFleet } from './instance-fleet.js';
import type { ResultKind, ResultStore } from './result-store.js';
import { scalableVariant } from './scalable-variant.js';

/** How the machines behind an asynchronous endpoint follow its queue. */
export interface AsynchronousScaling {
  /**
   * 0 lets the last machine go when the queue is empty.
   * @default 0
   */
  readonly minInstances?: number;
  readonly maxInstances: number;
  /**
   * Waiting requests per machine that scaling aims at (ApproximateBacklogSizePerInstance).
   * @default 5
   */
  readonly backlogPerInstance?: number;
  /**
   * Time after a machine went until the next may go.
   * @default Duration.minutes(10)
   */
  readonly scaleInCooldown?: Duration;
  /**
   * Time after a machine came until the next may come, the first one included.
   * @default Duration.minutes(5)
   */
  readonly scaleOutCooldown?: Duration;
}

/** Settings of {@link AsynchronousCompute}. */
export interface AsynchronousComputeProps extends InstanceFleetProps {
  /** @default - the number of machines stays */
  readonly scaling?: AsynchronousScaling;
  /** Hears of each answer; @default - nobody */
  readonly successTopic?: sns.ITopic;
  /** Hears of each failure; @default - nobody */
  readonly errorTopic?: sns.ITopic;
  /**
   * Requests that one machine works on at the same time, 1 to 1000 (AsyncInferenceClientConfig).
   * @default - what SageMaker finds best
   */
  readonly maxConcurrentInvocationsPerInstance?: number;
}

/**
 * Requests of up to 1 GB wait in a queue and are answered in S3: `data/async-output/<endpoint>` of the artifact layout,
 * failures in `data/async-failure/<endpoint>`. Callers put requests below `data/async-input/<endpoint>`: nothing else is
 * readable for the model. Machines may scale down to none.
 */
export class AsynchronousCompute implements EndpointCompute {
  readonly kind = 'asynchronous';
  readonly refused = {
    dataCapture:
      'data capture is for real-time endpoints and batch transform (Amazon SageMaker developer guide, "Data capture"); ' +
      'requests and answers of an asynchronous endpoint lie in S3 anyway',
  };
  readonly watches: readonly EndpointWatch[] = ['requests', 'machines', 'queue'];
  readonly resultKinds: readonly ResultKind[] = ['async-input', 'async-output', 'async-failure'];
  readonly invokeAction = 'sagemaker:InvokeEndpointAsync';
  readonly fixedInstances: number | undefined;
  readonly takesVolumeKey: boolean;
  // A fleet that has scaled to zero could not show that a new model works, so each deployment starts some machines.
  readonly keepsScaledCapacity = false;

  constructor(private readonly props: AsynchronousComputeProps) {
    this.takesVolumeKey = takesVolumeKey(props.instanceType);
    this.fixedInstances = props.scaling === undefined ? (props.instanceCount ?? 1) : undefined;
  }

  wrongProps(): readonly WrongProp[] {
    const { scaling, instanceCount, maxConcurrentInvocationsPerInstance } = this.props;
    const concurrency = 'compute.maxConcurrentInvocationsPerInstance';
    const wrong = [
      ...wrongFleet(this.props),
      ...outOfRange(concurrency, maxConcurrentInvocationsPerInstance, { min: 1, max: 1000 }),
    ];
    if (scaling === undefined) return wrong;
    const { minInstances = 0, maxInstances, backlogPerInstance } = scaling;
    return [
      ...wrong,
      ...wrongBounds({ minInstances, maxInstances }, { floor: 0, why: 'Raise it.', start: instanceCount ?? 1 }),
      ...outOfRange('compute.scaling.backlogPerInstance', backlogPerInstance, { min: 1 }),
    ];
  }

  variant(): VariantMembers {
    return fleetMembers(this.props);
  }

  asyncInference(results: ResultStore): CfnEndpointConfig.AsyncInferenceConfigProperty {
    const { successTopic, errorTopic, maxConcurrentInvocationsPerInstance } = this.props;
    const topics = {
      ...(successTopic && { successTopic: successTopic.topicArn }),
      ...(errorTopic && { errorTopic: errorTopic.topicArn }),
    };
    return {
      outputConfig: {
        s3OutputPath: results.uri('async-output'),
        s3FailurePath: results.uri('async-failure'),
        kmsKeyId: results.store.key.keyArn,
        ...((successTopic ?? errorTopic) && { notificationConfig: topics }),
      },
      ...(maxConcurrentInvocationsPerInstance !== undefined && {
        clientConfig: { maxConcurrentInvocationsPerInstance },
      }),
    };
  }

  statements(results: ResultStore): readonly RoleStatement[] {
    const { successTopic, errorTopic } = this.props;
    return asynchronousStatements(
      results,
      [successTopic, errorTopic].filter((topic) => topic !== undefined),
    );
  }

  scale(scope: Construct, variant: ScaledVariant): void {
    const { scaling } = this.props;
    if (scaling === undefined) return;
    const { minInstances = 0, maxInstances, backlogPerInstance = 5 } = scaling;
    const { scaleInCooldown = Duration.minutes(10), scaleOutCooldown = Duration.minutes(5) } = scaling;
    const target = scalableVariant(scope, variant, { minInstances, maxInstances });
    target.scaleToTrackMetric('Backlog', {
      customMetric: variant.queueMetric('ApproximateBacklogSizePerInstance'),
      targetValue: backlogPerInstance,
      scaleInCooldown,
      scaleOutCooldown,
    });
    if (minInstances === 0) scaleUpFromZero(scope, { target, variant, cooldown: scaleOutCooldown });
  }
}

/**
 * Without machines there is no backlog per machine to follow, so the first one comes by a step policy of its own, with
 * the figures of AWS's example ("Autoscale an asynchronous endpoint", scaling up from zero for new requests).
 */
function scaleUpFromZero(
  scope: Construct,
  { target, variant, cooldown }: { target: ScalableTarget; variant: ScaledVariant; cooldown: Duration },
): void {
  const step = new StepScalingAction(scope, 'FirstInstance', {
    scalingTarget: target,
    adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
    metricAggregationType: MetricAggregationType.AVERAGE,
    cooldown,
  });
  step.addAdjustment({ adjustment: 1, lowerBound: 0 });
  const alarm = new cloudwatch.Alarm(scope, 'WaitsWithoutInstance', {
    alarmDescription: 'Requests wait while the endpoint has no instance; starts the first one.',
    metric: variant.queueMetric('HasBacklogWithoutCapacity'),
    threshold: 1,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 2,
    datapointsToAlarm: 2,
    treatMissingData: cloudwatch.TreatMissingData.MISSING,
  });
  alarm.addAlarmAction(new ApplicationScalingAction(step));
}
