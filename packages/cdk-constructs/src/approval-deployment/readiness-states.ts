import { jsonata, jsonataText } from '../states-language/jsonata.js';
import type { State } from '../states-language/states-language.js';
import type { StageContext } from './stage-call.js';

/** Statuses of an endpoint that is on its way to another (DescribeEndpoint). */
export const MOVING = '["Creating", "Updating", "SystemUpdating", "RollingBack"]';

/** Seconds between two looks at an endpoint; new machines take minutes. */
export const POLL_SECONDS = 60;

/**
 * Before anything is made: the package is still approved (a gate may have been open for days), and the endpoint is there
 * and not in the middle of another deployment, whose end is waited for.
 */
export function readinessStates({ stage, named, call }: StageContext, next: string): Readonly<Record<string, State>> {
  const { stageName, endpointName } = stage;
  return {
    [named('read package')]: call('sagemaker:describeModelPackage', {
      Arguments: { ModelPackageName: jsonata('$package') },
      Assign: { approval: jsonata('$states.result.ModelApprovalStatus') },
      Next: named('still approved?'),
    }),
    [named('still approved?')]: {
      Type: 'Choice',
      Choices: [{ Condition: jsonata('$approval = "Approved"'), Next: named('read endpoint') }],
      Default: named('not approved'),
    },
    [named('not approved')]: {
      Type: 'Fail',
      Error: 'NotApproved',
      Cause: jsonata(
        `$package & ${jsonataText(` was not deployed to ${stageName}: its approval status is now `)} & $approval & "."`,
      ),
    },
    [named('read endpoint')]: call('sagemaker:describeEndpoint', {
      Arguments: { EndpointName: endpointName },
      Assign: {
        status: jsonata('$states.result.EndpointStatus'),
        configuration: jsonata('$states.result.EndpointConfigName'),
        // The endpoint's own way of deploying: its traffic shifting, and the alarms that turn a deployment back.
        guardrails: jsonata(
          '$exists($states.result.LastDeploymentConfig) ? { "DeploymentConfig": $states.result.LastDeploymentConfig } : {}',
        ),
      },
      Catch: [
        {
          ErrorEquals: ['States.TaskFailed'],
          Assign: { failure: jsonata('$states.errorOutput.Cause') },
          Next: named('no endpoint'),
        },
      ],
      Next: named('endpoint ready?'),
    }),
    [named('endpoint ready?')]: {
      Type: 'Choice',
      Choices: [
        { Condition: jsonata('$status = "InService"'), Next: next },
        { Condition: jsonata(`$status in ${MOVING}`), Next: named('wait for endpoint') },
      ],
      Default: named('endpoint broken'),
    },
    [named('wait for endpoint')]: { Type: 'Wait', Seconds: POLL_SECONDS, Next: named('read endpoint') },
    [named('no endpoint')]: {
      Type: 'Fail',
      Error: 'NoEndpoint',
      Cause: jsonata(
        `${jsonataText(`Endpoint ${endpointName} of stage ${stageName} cannot be read. Deploy its ModelEndpoint and its ApprovalDeploymentTarget first. `)} & $failure`,
      ),
    },
    [named('endpoint broken')]: {
      Type: 'Fail',
      Error: 'EndpointNotInService',
      Cause: jsonata(
        `${jsonataText(`Endpoint ${endpointName} of stage ${stageName} cannot be updated: its status is `)} & $status & "."`,
      ),
    },
  };
}
