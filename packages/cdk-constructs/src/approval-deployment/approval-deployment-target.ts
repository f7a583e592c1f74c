import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { refuse } from '../refuse/refuse.js';
import { wrongRegisteredModels } from '../registered-models/check-registered-models.js';
import type { RegisteredModels } from '../registered-models/registered-models.js';
import { RolePolicy } from '../role-policy/role-policy.js';
import { approvalName, deployRoleName, roleArn } from './approval-names.js';
import { wrongAccount, wrongDeploymentName, wrongEndpointName, wrongStageName } from './check-approval.js';
import { deployStatements } from './deploy-statements.js';

/** Settings of {@link ApprovalDeploymentTarget}. */
export interface ApprovalDeploymentTargetProps extends RegisteredModels {
  /** As the `ApprovalDeployment` has it. */
  readonly deploymentName: string;
  /** As the stage of the `ApprovalDeployment` has it. */
  readonly stageName: string;
  /**
   * Account of the `ApprovalDeployment`, twelve digits; same region.
   * @default - the account of the stack
   */
  readonly deploymentAccount?: string;
  /** As the stage of the `ApprovalDeployment` has it. */
  readonly endpointName: string;
  /** Role of the endpoint's models: `ModelEndpoint.executionRole`. */
  readonly executionRole: iam.IRole;
  /** Key of the endpoint's volumes; @default - the endpoint has none */
  readonly encryptionKey?: kms.IKey;
}

/**
 * Where a stage of an `ApprovalDeployment` is deployed: the role that its state machine takes on in this account. Only
 * that state machine can: it says its own ARN as the external id ("Accessing cross-account AWS resources in Step
 * Functions"). The role can give one endpoint models of one group, and do nothing else.
 * @throws Error where settings are wrong; it names all of them
 */
export class ApprovalDeploymentTarget extends Construct {
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: ApprovalDeploymentTargetProps) {
    super(scope, id);
    refuse(this, [
      ...wrongRegisteredModels(props),
      ...wrongDeploymentName(props.deploymentName),
      ...wrongStageName('stageName', props.stageName),
      ...wrongEndpointName('endpointName', props.endpointName),
      ...wrongAccount('deploymentAccount', props.deploymentAccount),
    ]);
    this.role = new iam.Role(this, 'Role', {
      roleName: deployRoleName(props.deploymentName, props.stageName),
      description: `Deploys approved models of ${props.modelPackageGroupName} to ${props.endpointName}.`,
      assumedBy: this.deployer(props),
    });
    new RolePolicy(this, 'Policy', { role: this.role, statements: deployStatements(this, props) });
  }

  /** The account with a condition, because a role that does not exist yet cannot be named as a principal. */
  private deployer({ deploymentName, deploymentAccount }: ApprovalDeploymentTargetProps): iam.IPrincipal {
    const { partition, region, account: own } = Stack.of(this);
    const account = deploymentAccount ?? own;
    const name = approvalName(deploymentName);
    return new iam.AccountPrincipal(account).withConditions({
      StringEquals: { 'sts:ExternalId': `arn:${partition}:states:${region}:${account}:stateMachine:${name}` },
      ArnEquals: { 'aws:PrincipalArn': roleArn(this, account, name) },
    });
  }
}
