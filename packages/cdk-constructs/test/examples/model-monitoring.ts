import { type App, Stack } from 'aws-cdk-lib';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { ModelMonitoring } from '../../src/index.js';

const BASELINES = 'prod/churn-sm-pipeline/reports/baselines';

/** All four monitors of an endpoint that another stack made and published. */
export function modelMonitoringExample(app: App): Stack {
  const stack = new Stack(app, 'ModelMonitoringExample', { env: { account: '222222222222', region: 'eu-west-1' } });
  const key = new Key(stack, 'Key', { enableKeyRotation: true });
  const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
  });
  const groundTruth = {
    bucket: Bucket.fromBucketName(stack, 'Labels', 'churn-labels'),
    prefix: 'labels',
  };
  const yesterday = { startTimeOffset: '-P1D', endTimeOffset: '-PT1H' };
  new ModelMonitoring(stack, 'Monitoring', {
    projectName: 'churn',
    endpointName: StringParameter.valueForStringParameter(
      stack,
      '/millrace/prod/churn/endpoint/churn-prod/endpoint-name',
    ),
    artifacts: { bucket: Bucket.fromBucketName(stack, 'Bucket', 'prod-churn'), key, environment: 'prod' },
    network: {
      subnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
      securityGroups: [new SecurityGroup(stack, 'Group', { vpc, allowAllOutbound: false, description: 'Monitors.' })],
    },
    notifications: new Topic(stack, 'Notifications', { masterKey: key, enforceSSL: true }),
    dataQuality: {
      constraints: { key: `${BASELINES}/data/constraints.json` },
      statistics: { key: `${BASELINES}/data/statistics.json` },
      alarms: { AgeDrift: { metricName: 'feature_baseline_drift_age', threshold: 0.2 } },
    },
    modelQuality: {
      problemType: 'BinaryClassification',
      constraints: { key: `${BASELINES}/model/constraints.json` },
      groundTruth,
      probabilityAttribute: '0',
      probabilityThreshold: 0.5,
      schedule: 'cron(0 4 ? * * *)',
      ...yesterday,
    },
    bias: {
      analysisConfig: { key: `${BASELINES}/bias/analysis_config.json` },
      groundTruth,
      inferenceAttribute: '0',
      schedule: 'cron(0 5 ? * * *)',
      ...yesterday,
    },
    explainability: {
      analysisConfig: { key: `${BASELINES}/explainability/analysis_config.json` },
      constraints: { key: `${BASELINES}/explainability/analysis.json` },
      schedule: 'cron(0 6 ? * * *)',
    },
  });
  return stack;
}
