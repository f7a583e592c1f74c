import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Call, callAws } from '../states-language/call-aws.js';
import type { State } from '../states-language/states-language.js';
import type { ApprovalDeploymentProps, DeploymentStage } from './approval-deployment-props.js';
import { deployRoleName, roleArn } from './approval-names.js';

/** A stage while its states are written. */
export interface StageContext {
  readonly stage: DeploymentStage;
  /** The name of a state of this stage. */
  readonly named: (name: string) => string;
  /** A call in the account of the stage, in its deploy role. */
  readonly call: (action: string, call: Omit<Call, 'Credentials'>) => State;
  /** The state after the stage. */
  readonly next: string;
}

/** The ARN of the role of a stage. */
export function stageRoleArn(
  scope: Construct,
  { deploymentName }: ApprovalDeploymentProps,
  stage: DeploymentStage,
): string {
  const account = stage.account ?? Stack.of(scope).account;
  return roleArn(scope, account, deployRoleName(deploymentName, stage.stageName));
}

export function stageContext(stage: DeploymentStage, deployRoleArn: string, next: string): StageContext {
  return {
    stage,
    next,
    named: (name) => `${stage.stageName}: ${name}`,
    call: (action, call) => callAws(action, { ...call, Credentials: { RoleArn: deployRoleArn } }),
  };
}
