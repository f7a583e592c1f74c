import { ArnFormat, Resource, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { IModelRegistry } from './registry-contract.js';

/** A model package group that was there before; who may read of it is its owner's affair. */
export class ImportedModelRegistry extends Resource implements IModelRegistry {
  readonly modelPackageGroupName: string;
  readonly modelPackageGroupArn: string;

  constructor(scope: Construct, id: string, nameOrArn: string) {
    super(scope, id);
    const stack = Stack.of(this);
    const isArn = nameOrArn.startsWith('arn:');
    this.modelPackageGroupName = isArn
      ? (stack.splitArn(nameOrArn, ArnFormat.SLASH_RESOURCE_NAME).resourceName ?? nameOrArn)
      : nameOrArn;
    this.modelPackageGroupArn = isArn
      ? nameOrArn
      : stack.formatArn({ service: 'sagemaker', resource: 'model-package-group', resourceName: nameOrArn });
  }

  admitModels(): void {
    // The consumers of a group that was there before are not known here.
  }
}
