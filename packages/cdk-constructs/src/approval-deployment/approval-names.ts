import { MODEL_EXECUTION_ROLE_PREFIX } from '@millrace/compiler';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { UNIQUE_SUFFIX_LENGTH } from '../states-language/unique-suffix.js';

/** Name of the state machine, of its role, and of its bus: accounts name them to each other. */
export function approvalName(deploymentName: string): string {
  return `millrace-approval-${deploymentName}`;
}

/**
 * Name of the role with which a stage is deployed. Policies of registries in other accounts let in roles of this
 * beginning only.
 */
export function deployRoleName(deploymentName: string, stageName: string): string {
  return `${MODEL_EXECUTION_ROLE_PREFIX}deploy-${deploymentName}-${stageName}`;
}

/** The beginning of the names of models and endpoint configurations that are made for an endpoint. */
export function servedNamePrefix(endpointName: string): string {
  return endpointName.slice(0, 63 - 1 - UNIQUE_SUFFIX_LENGTH);
}

/** ARN of the role of a state machine or of a stage, in an account. */
export function roleArn(scope: Construct, account: string, roleName: string): string {
  return Stack.of(scope).formatArn({ service: 'iam', region: '', account, resource: 'role', resourceName: roleName });
}
