import { fingerprint, type ModelPackageGroupModel, registryOf } from '@millrace/compiler';
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';
import { PolicyRenderer } from '../render-policy/policy-renderer.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';
import type { PipelinePlatform } from './pipeline-platform.js';

interface Surroundings {
  readonly platform: PipelinePlatform;
  readonly props: MlPipelineProps;
}

/** Makes the groups that the pipeline registers into, except those that are made elsewhere or were there before. */
export function makeModelPackageGroups(scope: Construct, { platform, props }: Surroundings): void {
  const { source, modelPackageGroupsElsewhere: elsewhere = [] } = props;
  const { modelPackageGroupName: own } = source.pipeline.settings.platform;
  for (const group of registryOf(source.pipeline).filter(({ created }) => created)) {
    if (elsewhere.includes(platform.binder.text(group.name))) continue;
    // The id says which group it is, and not which of several: a group holds models, and must never be replaced.
    const isOwn = own !== undefined && fingerprint(own) === fingerprint(group.name);
    makeGroup(scope, isOwn ? 'ModelPackageGroup' : `ModelPackageGroup${fingerprint(group.name)}`, { group, platform });
  }
}

function makeGroup(
  scope: Construct,
  id: string,
  { group, platform }: { readonly group: ModelPackageGroupModel; readonly platform: PipelinePlatform },
): void {
  const resource = new CfnModelPackageGroup(scope, id, {
    modelPackageGroupName: platform.binder.text(group.name),
    ...(group.policy.length > 0 && {
      modelPackageGroupPolicy: new PolicyRenderer(platform.binder).document(group.policy),
    }),
  });
  resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
}
