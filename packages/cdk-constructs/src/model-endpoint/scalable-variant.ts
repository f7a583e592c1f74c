import { Stack } from 'aws-cdk-lib';
import { ScalableTarget, ServiceNamespace } from 'aws-cdk-lib/aws-applicationautoscaling';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { ScaledVariant } from './endpoint-compute.js';
import type { FleetBounds } from './instance-fleet.js';

/** The machines of a production variant, as something that Application Auto Scaling changes the number of. */
export function scalableVariant(scope: Construct, variant: ScaledVariant, bounds: FleetBounds): ScalableTarget {
  return new ScalableTarget(scope, 'Target', {
    serviceNamespace: ServiceNamespace.SAGEMAKER,
    scalableDimension: 'sagemaker:variant:DesiredInstanceCount',
    resourceId: `endpoint/${variant.endpointName}/variant/${variant.variantName}`,
    minCapacity: bounds.minInstances,
    maxCapacity: bounds.maxInstances,
    role: iam.Role.fromRoleArn(scope, 'ServiceRole', serviceRoleArn(Stack.of(scope)), { mutable: false }),
  });
}

/** The service-linked role, which Application Auto Scaling makes when the target is registered. */
function serviceRoleArn(stack: Stack): string {
  const path = 'aws-service-role/sagemaker.application-autoscaling.amazonaws.com';
  const name = 'AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint';
  return stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: `${path}/${name}` });
}
