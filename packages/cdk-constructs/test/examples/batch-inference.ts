import { type App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { BatchInference } from '../../src/index.js';

/** Predictions every night, with the latest approved model of a registry in another account. */
export function batchInferenceExample(app: App): Stack {
  const stack = new Stack(app, 'BatchInferenceExample', { env: { account: '222222222222', region: 'eu-west-1' } });
  const key = new Key(stack, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
  const bucket = Bucket.fromBucketName(stack, 'Bucket', 'prod-churn');
  const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0123456789abcdef0',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
  });
  new BatchInference(stack, 'Nightly', {
    modelPackageGroupName: 'churn',
    registryAccount: '111111111111',
    schedule: ScheduleExpression.cron({ hour: '3', minute: '0' }),
    input: { bucket, prefix: 'prod/churn-sm-pipeline/data/batch-input/', contentType: 'text/csv' },
    output: { bucket, prefix: 'prod/churn-sm-pipeline/data/batch-output' },
    compute: { instanceType: 'ml.m5.xlarge', instanceCount: 2 },
    executionRole: Role.fromRoleName(stack, 'ExecutionRole', 'millrace-model-exec-churn'),
    encryptionKey: key,
    network: {
      subnetIds: ['subnet-0aaaaaaaaaaaaaaaa', 'subnet-0bbbbbbbbbbbbbbbb'],
      securityGroups: [new SecurityGroup(stack, 'Group', { vpc, allowAllOutbound: false, description: 'Batch.' })],
    },
    notifications: new Topic(stack, 'Notifications', { masterKey: key, enforceSSL: true }),
  });
  return stack;
}
