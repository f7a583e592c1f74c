import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EventRoute } from '../event-route/event-route.js';
import { refuse } from '../refuse/refuse.js';
import { wrongRegisteredModels } from '../registered-models/check-registered-models.js';
import { approvalPattern } from './approval-event.js';
import { approvalName } from './approval-names.js';
import { wrongAccount, wrongDeploymentName } from './check-approval.js';

/** Settings of {@link ApprovalEventForwarding}. */
export interface ApprovalEventForwardingProps {
  /** Name of the group, which is in the account of the stack. */
  readonly modelPackageGroupName: string;
  /** As the `ApprovalDeployment` has it. */
  readonly deploymentName: string;
  /** Account of the `ApprovalDeployment`, twelve digits; same region. */
  readonly deploymentAccount: string;
}

/**
 * Tells an `ApprovalDeployment` in another account of approvals in the registry of this one. The bus there must exist
 * first.
 * @throws Error where settings are wrong; it names all of them
 */
export class ApprovalEventForwarding extends Construct {
  constructor(scope: Construct, id: string, props: ApprovalEventForwardingProps) {
    super(scope, id);
    const { modelPackageGroupName, deploymentName, deploymentAccount } = props;
    refuse(this, [
      ...wrongRegisteredModels({ modelPackageGroupName }),
      ...wrongDeploymentName(deploymentName),
      ...wrongAccount('deploymentAccount', deploymentAccount),
    ]);
    const stack = Stack.of(this);
    const resourceName = approvalName(deploymentName);
    const bus = stack.formatArn({ service: 'events', account: deploymentAccount, resource: 'event-bus', resourceName });
    new EventRoute(this, 'Approvals', {
      description: `Tells account ${deploymentAccount} of approved models of ${modelPackageGroupName}.`,
      pattern: approvalPattern(modelPackageGroupName, stack.account),
      targetArn: bus,
      statements: [{ sid: 'Forward', actions: ['events:PutEvents'], resources: [bus] }],
    });
  }
}
