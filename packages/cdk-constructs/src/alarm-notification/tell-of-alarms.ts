import { Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';

/**
 * Lets alarms tell a topic when they go off and when they are over. CloudWatch may then publish there and use the
 * topic's key: a topic with a policy of its own (as `enforceSSL` makes) admits nobody else, and an encrypted topic
 * swallows the messages of those who may not use its key ("Amazon SNS: encryption at rest, event sources"). Imported
 * topics and keys must allow it already.
 */
export function tellOfAlarms(topic: sns.ITopic, alarms: readonly cloudwatch.AlarmBase[]): void {
  const action = new SnsAction(topic);
  for (const alarm of alarms) {
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
  topic.addToResourcePolicy(
    cloudWatchMay(['sns:Publish'], topic.topicArn, {
      StringEquals: { 'aws:SourceAccount': Stack.of(topic).account },
    }),
  );
  // KMS is asked by SNS, and not told which alarm it is for.
  topic.masterKey?.addToResourcePolicy(cloudWatchMay(['kms:Decrypt', 'kms:GenerateDataKey*'], '*'));
}

function cloudWatchMay(
  actions: string[],
  resource: string,
  conditions?: Record<string, Record<string, string>>,
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
    actions,
    resources: [resource],
    ...(conditions && { conditions }),
  });
}
