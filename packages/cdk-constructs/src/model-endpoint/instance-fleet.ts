import { Token } from 'aws-cdk-lib';
import { outOfRange } from '../refuse/out-of-range.js';
import type { WrongProp } from '../refuse/refuse.js';
import { takesVolumeKey } from '../volume-key/takes-volume-key.js';
import type { VariantMembers } from './endpoint-compute.js';

/** Machines behind an endpoint. */
export interface InstanceFleetProps {
  /** SageMaker instance type, as `ml.m5.large`. */
  readonly instanceType: string;
  /**
   * Machines at the start, and after each deployment unless they scale; at least 1. Security Hub's SageMaker.4 wants 2
   * or more, in several availability zones.
   * @default 1
   */
  readonly instanceCount?: number;
  /**
   * Storage of each machine in GB, 1 to 512 (ProductionVariant). Not for types with disks of their own.
   * @default - what SageMaker gives the type
   */
  readonly volumeSizeInGb?: number;
}

/** How many machines a fleet may have. */
export interface FleetBounds {
  readonly minInstances: number;
  readonly maxInstances: number;
}

/** The production variant's members. */
export function fleetMembers(props: InstanceFleetProps): VariantMembers {
  return {
    instanceType: props.instanceType,
    initialInstanceCount: props.instanceCount ?? 1,
    ...(props.volumeSizeInGb !== undefined && { volumeSizeInGb: props.volumeSizeInGb }),
  };
}

/** What is wrong with a fleet. */
export function wrongFleet(props: InstanceFleetProps): readonly WrongProp[] {
  const { instanceType, instanceCount, volumeSizeInGb } = props;
  const wrong: WrongProp[] = [
    ...outOfRange('compute.instanceCount', instanceCount, { min: 1 }),
    ...outOfRange('compute.volumeSizeInGb', volumeSizeInGb, { min: 1, max: 512 }),
  ];
  if (!Token.isUnresolved(instanceType) && !/^ml\.[a-z\d-]+\.[a-z\d-]+$/.test(instanceType))
    wrong.push({
      prop: 'compute.instanceType',
      given: instanceType,
      allowed: 'a SageMaker instance type, as ml.m5.large',
      help: instanceType.startsWith('ml.') ? 'Correct it.' : `Did you mean ml.${instanceType}?`,
    });
  if (volumeSizeInGb !== undefined && !takesVolumeKey(instanceType))
    wrong.push({
      prop: 'compute.volumeSizeInGb',
      given: volumeSizeInGb,
      allowed: `nothing: machines of ${instanceType} store on disks of their host`,
      help: 'Leave it out, or choose a type without local storage.',
    });
  return wrong;
}

/** What is wrong with the bounds of scaling; `floor` is the least that AWS lets this kind of endpoint go down to. */
export function wrongBounds(
  bounds: FleetBounds,
  { floor, why, start }: { floor: number; why: string; start: number },
): readonly WrongProp[] {
  const { minInstances, maxInstances } = bounds;
  const wrong = [...outOfRange('compute.scaling.maxInstances', maxInstances, { min: Math.max(minInstances, 1) })];
  if (minInstances < floor)
    wrong.push({ prop: 'compute.scaling.minInstances', given: minInstances, allowed: `${floor} or more`, help: why });
  if (start > maxInstances)
    wrong.push({
      prop: 'compute.instanceCount',
      given: start,
      allowed: `at most compute.scaling.maxInstances, ${maxInstances}`,
      help: 'Raise the maximum, or start with fewer.',
    });
  return wrong;
}
