import { Aws, Duration } from 'aws-cdk-lib';
import { integration } from '../states-language/call-aws.js';
import { jsonata, jsonataText } from '../states-language/jsonata.js';
import type { State } from '../states-language/states-language.js';
import type { DeploymentStage, ManualGate } from './approval-deployment-props.js';

/** The error with which people refuse. */
const REFUSED = 'Refused';

/** The states of a gate; the first is `<stage>: gate`. */
export function gateStates(stage: DeploymentStage, gate: ManualGate, next: string): Readonly<Record<string, State>> {
  const { stageName } = stage;
  const timeout = gate.timeout ?? Duration.days(7);
  return {
    [`${stageName}: gate`]: {
      Type: 'Task',
      Resource: integration('sns:publish.waitForTaskToken'),
      Arguments: {
        TopicArn: gate.topic.topicArn,
        Subject: `May a model be deployed to ${stageName}?`,
        Message: jsonata(question(stage, timeout)),
      },
      TimeoutSeconds: timeout.toSeconds(),
      Catch: [
        { ErrorEquals: ['States.Timeout'], Next: `${stageName}: nobody answered` },
        {
          ErrorEquals: [REFUSED],
          Assign: { refusal: jsonata('$states.errorOutput.Cause') },
          Next: `${stageName}: refused`,
        },
      ],
      Next: next,
    },
    [`${stageName}: nobody answered`]: {
      Type: 'Fail',
      Error: 'GateTimedOut',
      Cause: jsonata(
        `$package & ${jsonataText(` was not deployed to ${stageName}: nobody answered within ${timeout.toHumanString()}. `)}` +
          ' & "To ask again, start an execution with the input {\\"modelPackageArn\\": \\"" & $package & "\\"}."',
      ),
    },
    [`${stageName}: refused`]: {
      Type: 'Fail',
      Error: REFUSED,
      Cause: jsonata(`$package & ${jsonataText(` was refused for ${stageName}: `)} & $refusal`),
    },
  };
}

/** JSONata for the message. The answer is a command, so that it needs nothing that we would have to run. */
function question({ stageName, endpointName, account = Aws.ACCOUNT_ID }: DeploymentStage, timeout: Duration): string {
  const asked = jsonataText(
    ` is approved and may be deployed to stage ${stageName}: endpoint ${endpointName} in account ${account}. ` +
      `The question is withdrawn after ${timeout.toHumanString()}.\n\nTo deploy it:\n` +
      `aws stepfunctions send-task-success --region ${Aws.REGION} --task-output "{}" --task-token `,
  );
  const refuse = jsonataText(
    `\n\nTo refuse it:\naws stepfunctions send-task-failure --region ${Aws.REGION} --error ${REFUSED} ` +
      '--cause "WHY" --task-token ',
  );
  return `"Model package " & $package & ${asked} & $states.context.Task.Token & ${refuse} & $states.context.Task.Token`;
}
