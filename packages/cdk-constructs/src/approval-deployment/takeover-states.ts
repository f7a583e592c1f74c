import type * as sns from 'aws-cdk-lib/aws-sns';
import { callAws } from '../states-language/call-aws.js';
import { jsonata, jsonataText } from '../states-language/jsonata.js';
import type { State } from '../states-language/states-language.js';
import { MOVING, POLL_SECONDS } from './readiness-states.js';
import type { StageContext } from './stage-call.js';

/**
 * SageMaker moves the traffic, watches the alarms and turns back by itself, while the old fleet still runs; what is left
 * is to see how it ended. A model that took over while an alarm is on goes no further.
 */
export function takeoverStates(context: StageContext, topic: sns.ITopic): Readonly<Record<string, State>> {
  const { stage, named, call } = context;
  return {
    [named('wait for takeover')]: { Type: 'Wait', Seconds: POLL_SECONDS, Next: named('read takeover') },
    [named('read takeover')]: call('sagemaker:describeEndpoint', {
      Arguments: { EndpointName: stage.endpointName },
      Assign: {
        status: jsonata('$states.result.EndpointStatus'),
        configuration: jsonata('$states.result.EndpointConfigName'),
        failure: jsonata('$exists($states.result.FailureReason) ? $states.result.FailureReason : ""'),
      },
      Next: named('took over?'),
    }),
    [named('took over?')]: {
      Type: 'Choice',
      Choices: [
        { Condition: jsonata(`$status in ${MOVING}`), Next: named('wait for takeover') },
        { Condition: jsonata('$status = "InService" and $configuration = $made'), Next: named('any alarms?') },
      ],
      Default: named('turned back'),
    },
    [named('turned back')]: {
      Type: 'Fail',
      Error: 'TurnedBack',
      Cause: jsonata(
        `$package & ${jsonataText(` did not take over endpoint ${stage.endpointName} of stage ${stage.stageName}, which is `)}` +
          ' & $status & " with configuration " & $configuration & ". " & $failure',
      ),
    },
    ...alarmStates(context),
    [named('tell')]: tell(context, topic),
  };
}

function alarmStates({ stage, named, call }: StageContext): Readonly<Record<string, State>> {
  const alarms = '$guardrails.DeploymentConfig.AutoRollbackConfiguration.Alarms.AlarmName';
  return {
    [named('any alarms?')]: {
      Type: 'Choice',
      Choices: [{ Condition: jsonata(`$exists(${alarms})`), Next: named('read alarms') }],
      Default: named('tell'),
    },
    [named('read alarms')]: call('cloudwatch:describeAlarms', {
      Arguments: { AlarmNames: jsonata(`[${alarms}]`), AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
      Assign: {
        ringing: jsonata(
          '[$append($states.result.MetricAlarms, $states.result.CompositeAlarms)[StateValue = "ALARM"].AlarmName]',
        ),
      },
      Next: named('all quiet?'),
    }),
    [named('all quiet?')]: {
      Type: 'Choice',
      Choices: [{ Condition: jsonata('$count($ringing) = 0'), Next: named('tell') }],
      Default: named('alarm'),
    },
    [named('alarm')]: {
      Type: 'Fail',
      Error: 'AlarmAfterTakeover',
      Cause: jsonata(
        `$package & ${jsonataText(` serves at endpoint ${stage.endpointName} of stage ${stage.stageName}, but goes no further. In alarm: `)}` +
          ' & $join($ringing, ", ") & "."',
      ),
    },
  };
}

function tell({ stage, next }: StageContext, topic: sns.ITopic): State {
  const where = jsonataText(` serves at endpoint ${stage.endpointName} of stage ${stage.stageName}.`);
  return callAws('sns:publish', {
    Arguments: { TopicArn: topic.topicArn, Message: jsonata(`$package & ${where}`) },
    Next: next,
  });
}
