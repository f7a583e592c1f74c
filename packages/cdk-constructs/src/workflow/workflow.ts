import { Names, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from '../encrypted-log-group/encrypted-log-group.js';
import { tellOfEvents } from '../event-route/tell-of-events.js';
import { RolePolicy, type RoleStatement } from '../role-policy/role-policy.js';
import type { StatesDefinition } from '../states-language/states-language.js';
import { observationStatements } from './observation-statements.js';

/** Settings of {@link Workflow}. */
export interface WorkflowProps {
  readonly definition: StatesDefinition;
  /** What its calls need; logs and traces are added. */
  readonly statements: readonly RoleStatement[];
  /** Encrypts logs. */
  readonly encryptionKey: kms.IKey;
  /** Hears of executions that fail, time out or are aborted. */
  readonly notifications: sns.ITopic;
  /** @default RetentionDays.ONE_YEAR */
  readonly logRetention?: logs.RetentionDays;
  /** Only where another account must know it; @default - CloudFormation names it */
  readonly stateMachineName?: string;
  /** Only where another account must know it; @default - CloudFormation names it */
  readonly roleName?: string;
}

/**
 * A state machine as it should be: its role has what its calls need and nothing else, logs are whole, encrypted and
 * forget, X-Ray is on, and somebody hears of every execution that does not succeed, whatever ends it.
 *
 * Definition and history, which hold names and URIs and never data, are encrypted with the key of Step Functions: with a
 * key of ours its events would lack the cause of a failure ("Data at rest encryption in Step Functions", EventBridge).
 */
export class Workflow extends Construct {
  readonly stateMachine: sfn.StateMachine;
  readonly role: iam.IRole;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const role = this.makeRole(props);
    this.role = role;
    const statements = [...props.statements, ...observationStatements()];
    const policy = new RolePolicy(this, 'Policy', { role, statements });
    this.stateMachine = this.makeStateMachine(props, role);
    this.stateMachine.node.addDependency(policy);
    this.tellOfFailures(props.notifications);
  }

  /** The role of EventBridge or the Scheduler may start executions of exactly this state machine. */
  startStatements(): readonly RoleStatement[] {
    return [
      { sid: 'StartExecution', actions: ['states:StartExecution'], resources: [this.stateMachine.stateMachineArn] },
    ];
  }

  private makeRole({ roleName, stateMachineName, definition }: WorkflowProps): iam.Role {
    return new iam.Role(this, 'Role', {
      ...(roleName !== undefined && { roleName }),
      description: definition.Comment,
      assumedBy: stepFunctions(Stack.of(this), stateMachineName ?? '*'),
    });
  }

  private makeStateMachine(props: WorkflowProps, role: iam.Role): sfn.StateMachine {
    const { definition, stateMachineName } = props;
    return new sfn.StateMachine(this, 'StateMachine', {
      ...(stateMachineName !== undefined && { stateMachineName }),
      definitionBody: sfn.DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      // Its policy is `Policy`; CDK would add an inline one, with wildcards for which nobody gives a reason.
      role: role.withoutPolicyUpdates(),
      tracingEnabled: true,
      // Without data: whoever holds the token of a task may end it, and a log is no place for tokens.
      logs: { destination: this.makeLogGroup(props), level: sfn.LogLevel.ALL, includeExecutionData: false },
    });
  }

  /** Log groups of vended logs do not count against the size of the policy of CloudWatch Logs. */
  private makeLogGroup({ encryptionKey, logRetention }: WorkflowProps): EncryptedLogGroup {
    const name = Names.uniqueResourceName(this, { maxLength: 100, separator: '-' });
    return new EncryptedLogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/${name}`,
      encryptionKey,
      ...(logRetention !== undefined && { retention: logRetention }),
    });
  }

  private tellOfFailures(topic: sns.ITopic): void {
    const { fromPath } = events.EventField;
    tellOfEvents(this, 'Failures', {
      description: 'Tells of executions that did not succeed.',
      pattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [this.stateMachine.stateMachineArn],
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        },
      },
      topic,
      message: `${fromPath('$.detail.status')}: execution ${fromPath('$.detail.executionArn')}. ${fromPath('$.detail.cause')}`,
    });
  }
}

/** Step Functions on behalf of state machines of this account ("Cross-service confused deputy prevention"). */
function stepFunctions(stack: Stack, name: string): iam.IPrincipal {
  return new iam.ServicePrincipal('states.amazonaws.com', {
    conditions: {
      StringEquals: { 'aws:SourceAccount': stack.account },
      ArnLike: { 'aws:SourceArn': stateMachineArn(stack, name) },
    },
  });
}

function stateMachineArn(stack: Stack, name: string): string {
  return `arn:${stack.partition}:states:${stack.region}:${stack.account}:stateMachine:${name}`;
}
