import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Settings of {@link EncryptedLogGroup}. */
export interface EncryptedLogGroupProps {
  /** The whole name, as the service that writes there wants it. */
  readonly logGroupName: string;
  readonly encryptionKey: kms.IKey;
  /**
   * How long events are kept.
   * @default RetentionDays.ONE_YEAR
   */
  readonly retention?: logs.RetentionDays;
}

/**
 * A log group that is encrypted with a key of ours and forgets. The name is given, because the key's policy must name
 * the group before it exists: CloudWatch Logs uses a key only for what its encryption context allows ("Encrypt log data
 * in CloudWatch Logs using AWS KMS"). An imported key must have such a statement already.
 */
export class EncryptedLogGroup extends logs.LogGroup {
  constructor(scope: Construct, id: string, props: EncryptedLogGroupProps) {
    super(scope, id, {
      logGroupName: props.logGroupName,
      encryptionKey: props.encryptionKey,
      retention: props.retention ?? logs.RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    props.encryptionKey.addToResourcePolicy(logsMayUseKey(Stack.of(this), props.logGroupName));
  }
}

function logsMayUseKey(stack: Stack, logGroupName: string): iam.PolicyStatement {
  const arn = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': arn } },
  });
}
