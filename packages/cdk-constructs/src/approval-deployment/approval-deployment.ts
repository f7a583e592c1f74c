import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { EventRoute } from '../event-route/event-route.js';
import { publishStatements } from '../event-route/publish-statements.js';
import { refuse } from '../refuse/refuse.js';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { Workflow } from '../workflow/workflow.js';
import type { ApprovalDeploymentProps } from './approval-deployment-props.js';
import { APPROVAL_DETAIL_TYPE, approvalPattern } from './approval-event.js';
import { approvalName } from './approval-names.js';
import { approvalStates } from './approval-states.js';
import { wrongApproval } from './check-approval.js';
import { stageRoleArn } from './stage-call.js';

/**
 * An approved version of a model package group goes through the stages: each stage's endpoint gets the model in the way
 * the endpoint itself says (blue/green, alarms that turn back), then people are asked, then comes the next.
 *
 * One state machine for each group, and nothing else to run: it waits for months at no cost, calls each account in a role
 * of that account (`ApprovalDeploymentTarget`), and its history is the record of who was asked and what became of it. A
 * pipeline of CodePipeline would need a source artifact that is not there, and another state machine to deploy; a function
 * would have to be kept up to date. Gates are answered with one command; an older version is deployed again by starting an
 * execution with `{"modelPackageArn": "…"}`. Nothing here may change the approval of a package.
 *
 * With the registry in another account, an `ApprovalEventForwarding` there sends its events to `eventBusArn`.
 * @throws Error where settings are wrong; it names all of them
 */
export class ApprovalDeployment extends Construct {
  readonly stateMachine: sfn.StateMachine;
  /** Where another account's approvals arrive; undefined where the registry is in this account. */
  readonly eventBus: events.EventBus | undefined;

  constructor(scope: Construct, id: string, props: ApprovalDeploymentProps) {
    super(scope, id);
    refuse(this, wrongApproval(props));
    const workflow = this.makeWorkflow(props);
    this.stateMachine = workflow.stateMachine;
    this.eventBus = this.makeEventBus(props);
    new EventRoute(this, 'Approvals', {
      description: `Deploys approved models of ${props.modelPackageGroupName}.`,
      pattern: approvalPattern(props.modelPackageGroupName, props.registryAccount ?? Stack.of(this).account),
      ...(this.eventBus && { eventBus: this.eventBus }),
      targetArn: this.stateMachine.stateMachineArn,
      input: events.RuleTargetInput.fromObject({
        modelPackageArn: events.EventField.fromPath('$.detail.ModelPackageArn'),
      }),
      statements: workflow.startStatements(),
    });
  }

  /**
   * Lets somebody answer at the gates. IAM cannot say at which: `SendTaskSuccess` has no resource type. The token, which
   * only the topic of a gate is told, says it.
   */
  grantDecide(grantee: iam.IGrantable): iam.Grant {
    const actions = ['states:SendTaskSuccess', 'states:SendTaskFailure'];
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: ['*'] });
  }

  private makeWorkflow(props: ApprovalDeploymentProps): Workflow {
    const { deploymentName, encryptionKey, notifications, logRetention } = props;
    return new Workflow(this, 'Workflow', {
      stateMachineName: approvalName(deploymentName),
      roleName: approvalName(deploymentName),
      definition: approvalStates(this, props),
      statements: this.statements(props),
      encryptionKey,
      notifications,
      ...(logRetention !== undefined && { logRetention }),
    });
  }

  /** The state machine may take on the roles of its stages, and tell people. What stages need, their roles have. */
  private statements(props: ApprovalDeploymentProps): readonly RoleStatement[] {
    const { stages, notifications } = props;
    const gates = stages.flatMap(({ gate }) => (gate === undefined || gate === 'none' ? [] : [gate.topic]));
    const deploy = stages.map((stage) => stageRoleArn(this, props, stage));
    return [
      { sid: 'DeployStages', actions: ['sts:AssumeRole'], resources: deploy },
      ...publishStatements([...new Set([notifications, ...gates])]),
    ];
  }

  private makeEventBus({ registryAccount, deploymentName }: ApprovalDeploymentProps): events.EventBus | undefined {
    if (registryAccount === undefined || registryAccount === Stack.of(this).account) return undefined;
    const bus = new events.EventBus(this, 'Bus', {
      eventBusName: approvalName(deploymentName),
      description: 'Approvals of models in the account of the registry.',
    });
    // CDK's own method sets a deprecated member besides.
    new events.CfnEventBusPolicy(this, 'BusPolicy', {
      eventBusName: bus.eventBusName,
      statementId: 'RegistryTells',
      statement: registryTells(bus, registryAccount),
    });
    return bus;
  }
}

function registryTells(bus: events.EventBus, registryAccount: string): object {
  return new iam.PolicyStatement({
    sid: 'RegistryTells',
    principals: [new iam.AccountPrincipal(registryAccount)],
    actions: ['events:PutEvents'],
    resources: [bus.eventBusArn],
    conditions: { StringEquals: { 'events:source': 'aws.sagemaker', 'events:detail-type': APPROVAL_DETAIL_TYPE } },
  }).toStatementJson();
}
