import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { modelMonitoringExample } from '../../test/examples/model-monitoring.js';
import { ModelMonitoring, type ModelMonitoringProps } from '../index.js';

const DATA_QUALITY = { constraints: { key: 'b/constraints.json' }, statistics: { key: 'b/statistics.json' } };
const QUALITY = {
  problemType: 'Regression',
  constraints: { key: 'b/constraints.json' },
  groundTruth: { prefix: 'labels/' },
  inferenceAttribute: '0',
} as const;

function make(changes: Partial<ModelMonitoringProps> = {}, region: string | undefined = 'eu-west-1') {
  const env = { account: '222222222222', ...(region !== undefined && { region }) };
  const stack = new Stack(new App(), 'Stack', { env });
  const key = new Key(stack, 'Key', { enableKeyRotation: true });
  const monitoring = new ModelMonitoring(stack, 'Monitoring', {
    projectName: 'churn',
    endpointName: 'churn-prod',
    artifacts: { bucket: Bucket.fromBucketName(stack, 'Bucket', 'store'), key, environment: 'prod' },
    notifications: new Topic(stack, 'Topic', { masterKey: key }),
    dataQuality: DATA_QUALITY,
    ...changes,
  });
  return { monitoring, template: Template.fromStack(stack) };
}

const example = Template.fromStack(modelMonitoringExample(new App()));

const DEFINITIONS = [
  ['AWS::SageMaker::DataQualityJobDefinition', 'DataQuality', true],
  ['AWS::SageMaker::ModelQualityJobDefinition', 'ModelQuality', true],
  ['AWS::SageMaker::ModelBiasJobDefinition', 'ModelBias', true],
  ['AWS::SageMaker::ModelExplainabilityJobDefinition', 'ModelExplainability', false],
] as const;

describe.each(DEFINITIONS)('%s', (resource, type, isolated) => {
  const [definition] = Object.values(example.findResources(resource));
  const properties = definition?.['Properties'];

  it('encrypts traffic, volumes and results, in the network, within limits', () => {
    expect(properties).toMatchObject({
      NetworkConfig: {
        EnableInterContainerTrafficEncryption: true,
        EnableNetworkIsolation: isolated,
        VpcConfig: { Subnets: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'] },
      },
      JobResources: { ClusterConfig: { VolumeKmsKeyId: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] } } },
      StoppingCondition: { MaxRuntimeInSeconds: 1800 },
      [`${type}JobOutputConfig`]: { KmsKeyId: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] } },
      [`${type}AppSpecification`]: { Environment: { publish_cloudwatch_metrics: 'Enabled' } },
    });
  });

  it('is what its schedule runs', () => {
    example.hasResourceProperties('AWS::SageMaker::MonitoringSchedule', {
      MonitoringScheduleConfig: {
        MonitoringType: type,
        MonitoringJobDefinitionName: properties.JobDefinitionName,
        ScheduleConfig: { ScheduleExpression: Match.stringLikeRegexp('^cron\\(0 ') },
      },
    });
  });
});

it('runs the images of AWS in the region, and may pull exactly these', () => {
  const images = (account: string, repository: string) => `${account}.dkr.ecr.eu-west-1.amazonaws.com/${repository}`;
  example.hasResourceProperties('AWS::SageMaker::DataQualityJobDefinition', {
    DataQualityAppSpecification: { ImageUri: images('468650794304', 'sagemaker-model-monitor-analyzer') },
  });
  example.hasResourceProperties('AWS::SageMaker::ModelBiasJobDefinition', {
    ModelBiasAppSpecification: { ImageUri: images('131013547314', 'sagemaker-clarify-processing:1.0') },
  });
  const { Resource } = statement(example, 'PullImage');
  expect(JSON.stringify(Resource)).toMatch(
    /468650794304:repository\/sagemaker-model-monitor-analyzer".*131013547314:repository\/sagemaker-clarify-processing"/,
  );
});

it('looks images up by a mapping where the region is only known at deployment', () => {
  const stack = new Stack(new App(), 'Anywhere');
  const key = new Key(stack, 'Key');
  new ModelMonitoring(stack, 'Monitoring', {
    projectName: 'churn',
    endpointName: 'churn-prod',
    artifacts: { bucket: Bucket.fromBucketName(stack, 'Bucket', 'store'), key, environment: 'prod' },
    notifications: new Topic(stack, 'Topic'),
    dataQuality: DATA_QUALITY,
    modelQuality: QUALITY,
  });
  const template = Template.fromStack(stack);
  template.hasMapping('AwsImagemodelmonitor', {
    'us-east-1': { Uri: '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer' },
    'cn-north-1': { Uri: Match.stringLikeRegexp('amazonaws.com.cn/') },
  });
  template.hasResourceProperties('AWS::SageMaker::DataQualityJobDefinition', {
    DataQualityAppSpecification: {
      ImageUri: { 'Fn::FindInMap': ['AwsImagemodelmonitor', { Ref: 'AWS::Region' }, 'Uri'] },
    },
  });
});

it('says where AWS has no image', () => {
  expect(() => make({}, 'ap-southeast-9')).toThrow(
    /AWS has no image model-monitor in ap-southeast-9. It has it in af-south-1,/,
  );
});

it('reads captured data and baselines, writes results, and nothing else of the bucket', () => {
  const { template } = make({ modelQuality: QUALITY });
  const objects = (sid: string) => JSON.stringify(statement(template, sid).Resource).match(/:s3:::[^"]*/g);
  expect(objects('ReadData')).toEqual([
    ':s3:::store/b/constraints.json',
    ':s3:::store/b/statistics.json',
    ':s3:::store/prod/churn-sm-pipeline/data/endpoint-data-capture/churn-prod/*',
    ':s3:::store/labels/*',
    ':s3:::store/prod/churn-sm-pipeline/reports/monitoring/churn-prod/*',
  ]);
  expect(objects('WriteResults')).toEqual([':s3:::store/prod/churn-sm-pipeline/reports/monitoring/churn-prod/*']);
  expect(statement(template, 'ListData1').Condition).toEqual({
    StringLike: {
      's3:prefix': [
        'prod/churn-sm-pipeline/data/endpoint-data-capture/churn-prod/*',
        'labels/*',
        'prod/churn-sm-pipeline/reports/monitoring/churn-prod/*',
      ],
    },
  });
});

it('may make endpoints only for explanations, and approve nothing', () => {
  const without = JSON.stringify(make().template.findResources('AWS::IAM::ManagedPolicy'));
  expect(without).not.toMatch(/CreateEndpoint|UpdateModelPackage|InvokeEndpoint/);
  expect(JSON.stringify(statement(example, 'AskShadowEndpoint').Resource)).toMatch(/endpoint\/sagemaker-clarify-\*/);
});

it('alarms on metrics that the monitor emits, and tells the topic', () => {
  example.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'aws/sagemaker/Endpoints/data-metrics',
    MetricName: 'feature_baseline_drift_age',
    Threshold: 0.2,
    Dimensions: [
      { Name: 'Endpoint', Value: { Ref: Match.stringLikeRegexp('SsmParameterValue') } },
      { Name: 'MonitoringSchedule', Value: Match.stringLikeRegexp('^modelmonitoringexample-monitoring-dataquality-') },
    ],
    AlarmActions: [{ Ref: Match.stringLikeRegexp('Notifications') }],
  });
});

it('tells of executions that fail, and of violations, by the role of the jobs', () => {
  const role = [{ 'Fn::GetAtt': [Match.stringLikeRegexp('MonitoringRole'), 'Arn'] }];
  for (const detail of [
    { RoleArn: role, ProcessingJobStatus: ['Failed', 'Stopped'] },
    { RoleArn: role, ProcessingJobStatus: ['Completed'], ExitMessage: [{ prefix: 'CompletedWithViolations' }] },
  ])
    example.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { 'detail-type': ['SageMaker Processing Job State Change'], detail },
    });
});

it('publishes its schedules under the names of MDAA', () => {
  const { template } = make();
  const name = (key: string) => `/millrace/prod/churn/model-monitoring/churn-prod/${key}`;
  template.hasResourceProperties('AWS::SSM::Parameter', { Name: name('monitor-schedule-count'), Value: '1' });
  template.hasResourceProperties('AWS::SSM::Parameter', { Name: name('output-bucket-name'), Value: 'store' });
  template.hasResourceProperties('AWS::SSM::Parameter', {
    Name: name('monitor-schedule-arns'),
    Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('DataQualitySchedule'), 'MonitoringScheduleArn'] },
  });
});

it('names a changed definition anew, and an equal one the same', () => {
  const nameOf = (changes: Partial<ModelMonitoringProps>) => {
    const found = make(changes).template.findResources('AWS::SageMaker::DataQualityJobDefinition');
    return Object.values(found)[0]?.['Properties'].JobDefinitionName;
  };
  expect(nameOf({})).toMatch(/^stack-monitoring-dataquality-[0-9a-f]{8}-[0-9a-f]{12}$/);
  expect(nameOf({})).toBe(nameOf({}));
  expect(nameOf({ dataQuality: { ...DATA_QUALITY, instanceCount: 2 } })).not.toBe(nameOf({}));
});

it('names no key for volumes that are disks of the host', () => {
  const { template } = make({ dataQuality: { ...DATA_QUALITY, instanceType: 'ml.m5d.xlarge' } });
  template.hasResourceProperties('AWS::SageMaker::DataQualityJobDefinition', {
    JobResources: { ClusterConfig: { VolumeKmsKeyId: Match.absent() } },
  });
});

describe('wrong settings', () => {
  const wrong: readonly [Partial<ModelMonitoringProps>, RegExp][] = [
    [{ endpointName: 'ssm:/x' }, /endpointName is "ssm:\/x".*valueForStringParameter/],
    [
      { dataQuality: { ...DATA_QUALITY, schedule: 'cron(5 * ? * * *)' } },
      /dataQuality.schedule is "cron\(5 .*full hours/,
    ],
    [
      { dataQuality: { ...DATA_QUALITY, maxRuntime: Duration.hours(2) } },
      /maxRuntime is "7200 s". Allowed: 1 to 3600 seconds/,
    ],
    [
      { dataQuality: { ...DATA_QUALITY, instanceType: 'm5.large', instanceCount: 0 } },
      /Did you mean ml.m5.large[\s\S]*instanceCount/,
    ],
    [{ dataQuality: { ...DATA_QUALITY, alarms: { 'a b': { metricName: 'm', threshold: 1 } } } }, /alarms is "a b"/],
    [
      { modelQuality: { ...QUALITY, inferenceAttribute: undefined as never, probabilityThreshold: 2 } },
      /inferenceAttribute is missing[\s\S]*probabilityThreshold is 2/,
    ],
    [{ dataQuality: undefined as never }, /one or more of them/],
  ];
  it.each(wrong)('%j', (changes, message) => expect(() => make(changes)).toThrow(message));

  it.each(['cron(0 * ? * * *)', 'cron(0 4 ? * * *)', 'cron(0 17/6 ? * * *)'])('takes %s', (schedule) => {
    expect(() => make({ dataQuality: { ...DATA_QUALITY, schedule } })).not.toThrow();
  });
});

interface Statement {
  readonly Sid: string;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statement(template: Template, sid: string): Statement {
  const policies = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
  const all: readonly Statement[] = policies.flatMap((policy) => policy['Properties'].PolicyDocument.Statement);
  const found = all.find(({ Sid }) => Sid === sid);
  if (found === undefined) throw new Error(`no statement ${sid}`);
  return found;
}
