import { MODEL_EXECUTION_ROLE_PREFIX } from '@millrace/compiler';
import { Names } from 'aws-cdk-lib';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { refuse } from '../refuse/refuse.js';
import { RolePolicy } from '../role-policy/role-policy.js';
import { ScheduledStart, startTime } from '../scheduled-start/scheduled-start.js';
import { UNIQUE_SUFFIX_LENGTH } from '../states-language/unique-suffix.js';
import { Workflow } from '../workflow/workflow.js';
import type { BatchInferenceProps } from './batch-inference-props.js';
import { executionStatements, workflowStatements } from './batch-statements.js';
import { batchStates } from './batch-states.js';
import { wrongBatch } from './check-batch.js';

/** Names of models and jobs have at most 63 characters, of which a hyphen and a suffix make them unique. */
const NAME_PREFIX_LENGTH = 63 - 1 - UNIQUE_SUFFIX_LENGTH;

/**
 * Predictions for everything below a prefix, on a schedule: a state machine finds the latest approved version of a model
 * package group, makes a model of it, runs a transform job into a prefix of its own, and deletes the model again.
 *
 * A state machine with AWS SDK integrations and no function: nothing to patch, nothing idle, and the history of an
 * execution says what happened. Where no version is approved, the execution fails and says so. With a registry in
 * another account its role is named `millrace-model-exec-…`: the policies of group, bucket and key admit only such roles.
 * @throws Error where settings are wrong; it names all of them
 */
export class BatchInference extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props: BatchInferenceProps) {
    super(scope, id);
    refuse(this, wrongBatch(props));
    const workflow = this.makeWorkflow(props);
    this.stateMachine = workflow.stateMachine;
    const role = props.executionRole;
    const policy = new RolePolicy(this, 'ExecutionPolicy', { role, statements: executionStatements(this, props) });
    this.stateMachine.node.addDependency(policy);
    this.makeSchedule(props, workflow);
  }

  private makeWorkflow(props: BatchInferenceProps): Workflow {
    const { encryptionKey, notifications, logRetention, registryAccount } = props;
    const namePrefix = this.uniqueName(NAME_PREFIX_LENGTH);
    const roleName = `${MODEL_EXECUTION_ROLE_PREFIX}${this.uniqueName(64 - MODEL_EXECUTION_ROLE_PREFIX.length)}`;
    return new Workflow(this, 'Workflow', {
      definition: batchStates(this, { ...props, namePrefix }),
      statements: workflowStatements(this, { ...props, namePrefix }),
      encryptionKey,
      notifications,
      ...(logRetention !== undefined && { logRetention }),
      ...(registryAccount !== undefined && { roleName }),
    });
  }

  /** Lower case, because SageMaker writes ARNs in lower case and IAM compares them as they are. */
  private uniqueName(maxLength: number): string {
    return Names.uniqueResourceName(this, { maxLength, separator: '-' }).toLowerCase();
  }

  private makeSchedule({ schedule, encryptionKey }: BatchInferenceProps, workflow: Workflow): void {
    new ScheduledStart(this, 'Start', {
      description: 'Starts batch inference.',
      time: startTime(schedule),
      encryptionKey,
      targetArn: workflow.stateMachine.stateMachineArn,
      statements: workflow.startStatements(),
    });
  }
}
