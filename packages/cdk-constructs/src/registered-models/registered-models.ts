import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { nameSpellings } from '../name-spellings/name-spellings.js';

/** Where models are registered. */
export interface RegisteredModels {
  /** Name of the model package group. */
  readonly modelPackageGroupName: string;
  /**
   * Account of the registry, twelve digits. The policy of the group must let this account in; it must be in the same
   * region.
   * @default - the account of the stack
   */
  readonly registryAccount?: string;
}

/** What `ModelPackageGroupName` of a request takes: name of an own group, ARN of another account's. */
export function groupIdentifier(scope: Construct, models: RegisteredModels): string {
  const { modelPackageGroupName: name, registryAccount } = models;
  return registryAccount === undefined ? name : groupArn(scope, models);
}

function groupArn(scope: Construct, { modelPackageGroupName, registryAccount }: RegisteredModels): string {
  return registryArn(scope, { registryAccount, resource: 'model-package-group', resourceName: modelPackageGroupName });
}

/** All versions of the group, as ARNs of a policy. */
export function packageArns(scope: Construct, models: RegisteredModels): readonly string[] {
  const { modelPackageGroupName, registryAccount } = models;
  return nameSpellings(modelPackageGroupName).map((name) =>
    registryArn(scope, { registryAccount, resource: 'model-package', resourceName: `${name}/*` }),
  );
}

interface RegistryResource {
  readonly registryAccount: string | undefined;
  readonly resource: string;
  readonly resourceName: string;
}

function registryArn(scope: Construct, { registryAccount, resource, resourceName }: RegistryResource): string {
  const account = registryAccount === undefined ? {} : { account: registryAccount };
  return Stack.of(scope).formatArn({ service: 'sagemaker', ...account, resource, resourceName });
}
