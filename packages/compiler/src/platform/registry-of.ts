import { textPartsOf } from '@millrace/schema';
import { groupPolicy } from './group-policy.js';
import type { ModelPackageGroupModel, PlatformInput, PlatformText } from './platform-model.js';
import { platformArn, platformText } from './platform-text.js';
import { registeredGroupsOf } from './registered-groups.js';

/** The groups that a pipeline registers into; those named by an ARN belong to someone else, and are not created. */
export function registryOf(input: PlatformInput): readonly ModelPackageGroupModel[] {
  const { createsModelPackageGroup, consumerAccounts: consumers } = input.settings.platform;
  return registeredGroupsOf(input).map((name) => {
    if (isArn(name)) return { name, arn: name, created: false, policy: [] };
    const arn = platformArn('sagemaker', platformText('model-package-group/', name));
    return { name, arn, created: createsModelPackageGroup, policy: groupPolicy({ name, consumers }) };
  });
}

function isArn(name: PlatformText): boolean {
  const [first] = textPartsOf(name) ?? [name];
  return typeof first === 'string' && first.startsWith('arn:');
}
