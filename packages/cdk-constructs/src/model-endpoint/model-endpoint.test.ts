import { App, Duration, Fn, Stack, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import {
  ArtifactStore,
  AsynchronousCompute,
  DeploymentPolicy,
  ModelEndpoint,
  type ModelEndpointProps,
  RealTimeCompute,
  ServerlessCompute,
} from '../index.js';

const PACKAGE = 'arn:aws:sagemaker:eu-west-1:123456789012:model-package/churn/3';
const REPOSITORY = 'arn:aws:ecr:eu-west-1:123456789012:repository/churn';
const MODEL = { modelPackageArn: PACKAGE, imageRepositoryArns: [REPOSITORY] };

function endpoint(props: Partial<ModelEndpointProps> = {}) {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-west-1', account: '123456789012' } });
  const key = new kms.Key(stack, 'Key');
  const existing = { bucketName: 'artifacts', keyArn: key.keyArn, environment: 'prod' };
  const artifacts = ArtifactStore.fromExisting(stack, 'Artifacts', existing);
  const made = new ModelEndpoint(stack, 'Churn', {
    projectName: 'churn',
    artifacts,
    alarmTopic: new sns.Topic(stack, 'Topic', { masterKey: key }),
    model: MODEL,
    compute: new RealTimeCompute({ instanceType: 'ml.m5.large' }),
    ...props,
  });
  return { stack, endpoint: made, template: () => Template.fromStack(stack) };
}

function statements(template: Template): Record<string, { Action: unknown; Resource: unknown; Condition?: unknown }> {
  const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
  return Object.fromEntries(policy?.Properties.PolicyDocument.Statement.map((it: { Sid: string }) => [it.Sid, it]));
}

const network = (stack: Stack) => ({
  subnetIds: ['subnet-1', 'subnet-2'],
  securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')],
});

const aStack = () => new Stack(new App(), 'Other');

describe('a new model or setting', () => {
  const names = (template: Template) =>
    ['AWS::SageMaker::Model', 'AWS::SageMaker::EndpointConfig', 'AWS::SageMaker::Endpoint'].map((type) =>
      Object.values(template.findResources(type)).map(({ Properties: it }) => it),
    );

  it('leaves model and configuration to be named by CloudFormation, and the name of the endpoint alone', () => {
    const [model, config, served] = names(endpoint().template()).flat();
    expect(model).not.toHaveProperty('ModelName');
    expect(config).not.toHaveProperty('EndpointConfigName');
    expect(served).toMatchObject({
      EndpointName: 'churn-prod',
      EndpointConfigName: { 'Fn::GetAtt': expect.anything() },
    });
  });

  it('changes properties that make CloudFormation replace model and configuration, but none of the endpoint', () => {
    const before = names(endpoint().template());
    const after = names(
      endpoint({
        model: { ...MODEL, modelPackageArn: PACKAGE.replace('/3', '/4') },
        compute: new RealTimeCompute({ instanceType: 'ml.m5.xlarge' }),
      }).template(),
    );
    expect(after[0]).not.toEqual(before[0]);
    expect(after[1]).not.toEqual(before[1]);
    expect(after[2]).toEqual(before[2]);
  });
});

describe('the model', () => {
  it('may be a token', () => {
    const { template } = endpoint({ model: { ...MODEL, modelPackageArn: Fn.importValue('ApprovedModel') } });
    template().hasResourceProperties('AWS::SageMaker::Model', {
      PrimaryContainer: { ModelPackageName: { 'Fn::ImportValue': 'ApprovedModel' } },
      EnableNetworkIsolation: true,
    });
  });

  it('may be an image and an artifact, of which the role reads exactly those', () => {
    const imageUri = '111111111111.dkr.ecr.eu-west-1.amazonaws.com/models/churn@sha256:ab';
    const modelDataUrl = 's3://models/churn/model.tar.gz';
    const template = endpoint({ model: { imageUri, modelDataUrl, environment: { A: 'b' } } }).template();
    template.hasResourceProperties('AWS::SageMaker::Model', {
      PrimaryContainer: { Image: imageUri, ModelDataUrl: modelDataUrl, Environment: { A: 'b' } },
    });
    const { ReadModel, PullImage } = statements(template);
    expect(JSON.stringify(ReadModel?.Resource)).toContain(':s3:::models/churn/model.tar.gz"');
    expect(JSON.stringify(PullImage?.Resource)).toContain(':ecr:eu-west-1:111111111111:repository/models/churn"');
  });

  it('stands in the network that is given', () => {
    const { template } = endpoint({ network: network(aStack()), allowOutboundTraffic: true });
    template().hasResourceProperties('AWS::SageMaker::Model', {
      EnableNetworkIsolation: false,
      VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] },
    });
    expect(statements(template())).toHaveProperty('AttachToNetwork');
  });
});

describe('the role', () => {
  const PLAIN = ['ReadModel', 'DecryptModel', 'PullImage', 'LogInToRegistry', 'WriteLogs', 'PublishMetrics'];
  const VOLUME = ['DescribeVolumeKey', 'GrantVolumeKey'];

  it('may do what a model needs, and no more', () => {
    const found = statements(endpoint().template());
    expect(Object.keys(found)).toEqual([...PLAIN, 'WatchRollbackAlarms', ...VOLUME]);
    const open = Object.entries(found).filter(([, { Resource }]) => Resource === '*');
    expect(open.map(([sid]) => sid)).toEqual(['LogInToRegistry', 'PublishMetrics']);
  });

  it('is for SageMaker alone, in the form that AWS documents for endpoints', () => {
    endpoint()
      .template()
      .hasResourceProperties('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Principal: { Service: 'sagemaker.amazonaws.com' },
              Action: 'sts:AssumeRole',
              Effect: 'Allow',
              Condition: {
                StringEquals: { 'aws:SourceAccount': '123456789012' },
                ArnLike: {
                  'aws:SourceArn': { 'Fn::Join': ['', Match.arrayWith([':sagemaker:eu-west-1:123456789012:*'])] },
                },
              },
            },
          ],
        },
      });
  });

  it('uses keys through S3, and grants them to services alone', () => {
    const found = statements(endpoint({ dataCapture: {} }).template());
    const throughS3 = {
      StringEquals: {
        'kms:ViaService': { 'Fn::Join': ['', ['s3.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] },
      },
    };
    expect(found).toMatchObject({
      DecryptModel: { Action: 'kms:Decrypt', Condition: throughS3 },
      EncryptResults: { Condition: throughS3 },
      GrantVolumeKey: { Action: 'kms:CreateGrant', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
    });
  });

  it('has its policy before the model, and the endpoint its log group', () => {
    const template = endpoint().template();
    template.hasResource('AWS::SageMaker::Model', { DependsOn: [Match.stringLikeRegexp('ExecutionPolicy')] });
    template.hasResource('AWS::SageMaker::Endpoint', { DependsOn: [Match.stringLikeRegexp('Logs')] });
  });

  it('of somebody else gets what the endpoint needs, and nothing about the model', () => {
    const executionRole = iam.Role.fromRoleName(aStack(), 'Role', 'millrace-model-exec-churn');
    const { template } = endpoint({ executionRole, model: { modelPackageArn: PACKAGE } });
    template().resourceCountIs('AWS::IAM::Role', 0);
    expect(Object.keys(statements(template()))).toEqual([
      'WriteLogs',
      'PublishMetrics',
      'WatchRollbackAlarms',
      ...VOLUME,
    ]);
    template().hasResourceProperties('AWS::IAM::ManagedPolicy', { Roles: ['millrace-model-exec-churn'] });
  });
});

describe('captured data', () => {
  it('goes below the data of the pipeline, with the key of the store', () => {
    const { endpoint: made, template } = endpoint({ dataCapture: { samplingPercentage: 5, modes: ['Input'] } });
    const uri = 's3://artifacts/prod/churn-sm-pipeline/data/endpoint-data-capture/churn-prod';
    expect(made.dataCaptureUri).toBe(uri);
    template().hasResourceProperties('AWS::SageMaker::EndpointConfig', {
      DataCaptureConfig: {
        DestinationS3Uri: uri,
        InitialSamplingPercentage: 5,
        CaptureOptions: [{ CaptureMode: 'Input' }],
        KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
      },
    });
    const { WriteCapturedData, EncryptResults } = statements(template());
    expect(JSON.stringify(WriteCapturedData?.Resource)).toContain('data/endpoint-data-capture/churn-prod/*');
    expect(EncryptResults?.Action).toEqual(['kms:GenerateDataKey', 'kms:Decrypt']);
  });
});

describe('results', () => {
  it('go at an age, those of a queue and captured data alike', () => {
    const rulesOf = (props: Partial<ModelEndpointProps>) => {
      const stack = aStack();
      const artifacts = new ArtifactStore(stack, 'Artifacts', { environment: 'prod' });
      new ModelEndpoint(stack, 'Churn', {
        projectName: 'churn',
        artifacts,
        alarmTopic: new sns.Topic(stack, 'Topic'),
        model: MODEL,
        compute: new RealTimeCompute({ instanceType: 'ml.m5.large' }),
        resultsExpireAfter: Duration.days(7),
        ...props,
      });
      const buckets = Object.values(Template.fromStack(stack).findResources('AWS::S3::Bucket'));
      const rules = buckets.flatMap(({ Properties: it }) => it.LifecycleConfiguration.Rules);
      return rules.filter(({ ExpirationInDays }) => ExpirationInDays === 7);
    };
    const rule = { NoncurrentVersionExpiration: { NoncurrentDays: 1 }, Status: 'Enabled' };
    const prefix = (kind: string) => `prod/churn-sm-pipeline/data/${kind}/churn-prod/`;
    expect(rulesOf({ dataCapture: {} })).toMatchObject([{ ...rule, Prefix: prefix('endpoint-data-capture') }]);
    expect(rulesOf({ compute: new AsynchronousCompute({ instanceType: 'ml.m5.large' }) })).toMatchObject([
      { ...rule, Prefix: prefix('async-input') },
      { ...rule, Prefix: prefix('async-output') },
      { ...rule, Prefix: prefix('async-failure') },
    ]);
    expect(rulesOf({})).toEqual([]);
  });
});

describe('machines', () => {
  it('with disks of their own have no key for volumes', () => {
    const { template } = endpoint({ compute: new RealTimeCompute({ instanceType: 'ml.g5.xlarge' }) });
    template().hasResourceProperties('AWS::SageMaker::EndpointConfig', { KmsKeyId: Match.absent() });
    expect(Object.keys(statements(template()))).not.toContain('GrantVolumeKey');
  });

  it('follow the invocations, and a deployment keeps their number', () => {
    const scaling = { maxInstances: 4, invocationsPerInstance: 100, scaleInCooldown: Duration.minutes(9) };
    const template = endpoint({ compute: new RealTimeCompute({ instanceType: 'ml.m5.large', scaling }) }).template();
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
      MinCapacity: 1,
      MaxCapacity: 4,
      ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
      ResourceId: { 'Fn::Join': ['', ['endpoint/', { 'Fn::GetAtt': Match.anyValue() }, '/variant/AllTraffic']] },
    });
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
      TargetTrackingScalingPolicyConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: 'SageMakerVariantInvocationsPerInstance' },
        TargetValue: 100,
        ScaleInCooldown: 540,
        ScaleOutCooldown: 300,
      },
    });
    template.hasResourceProperties('AWS::SageMaker::Endpoint', { RetainAllVariantProperties: true });
  });

  it('behind a queue go when it is empty and come with its first request', () => {
    const compute = new AsynchronousCompute({ instanceType: 'ml.m5.large', scaling: { maxInstances: 2 } });
    const template = endpoint({ compute }).template();
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 0, MaxCapacity: 2 });
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
      TargetTrackingScalingPolicyConfiguration: {
        CustomizedMetricSpecification: {
          MetricName: 'ApproximateBacklogSizePerInstance',
          Dimensions: [{ Name: 'EndpointName', Value: 'churn-prod' }],
        },
        TargetValue: 5,
      },
    });
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
      PolicyType: 'StepScaling',
      StepScalingPolicyConfiguration: {
        AdjustmentType: 'ChangeInCapacity',
        Cooldown: 300,
        StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
      },
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'HasBacklogWithoutCapacity',
      EvaluationPeriods: 2,
      Threshold: 1,
      TreatMissingData: 'missing',
      AlarmActions: [{ Ref: Match.stringLikeRegexp('FirstInstance') }],
    });
    template.hasResourceProperties('AWS::SageMaker::Endpoint', { RetainAllVariantProperties: Match.absent() });
  });
});

describe('requests that wait', () => {
  it('are read, answered and told of in places of their own', () => {
    const errorTopic = sns.Topic.fromTopicArn(aStack(), 'T', 'arn:aws:sns:eu-west-1:123456789012:errors');
    const { template, endpoint: made } = endpoint({
      compute: new AsynchronousCompute({ instanceType: 'ml.m5.large', errorTopic }),
    });
    const place = 's3://artifacts/prod/churn-sm-pipeline/data';
    template().hasResourceProperties('AWS::SageMaker::EndpointConfig', {
      AsyncInferenceConfig: {
        OutputConfig: {
          S3OutputPath: `${place}/async-output/churn-prod`,
          S3FailurePath: `${place}/async-failure/churn-prod`,
          NotificationConfig: { ErrorTopic: errorTopic.topicArn },
          KmsKeyId: Match.anyValue(),
        },
      },
    });
    expect(made.requestsUri).toBe(`${place}/async-input/churn-prod`);
    expect(statements(template())).toMatchObject({
      TellOfAnswers: { Action: 'sns:Publish', Resource: errorTopic.topicArn },
      ReadRequests: { Action: 's3:GetObject' },
    });
    template().hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ApproximateAgeOfOldestRequest' });
  });
});

describe('serverless', () => {
  it('has no machines, no network and no isolation', () => {
    const compute = new ServerlessCompute({ memorySizeInMb: 2048, maxConcurrency: 10, provisionedConcurrency: 2 });
    const template = endpoint({ compute }).template();
    template.hasResourceProperties('AWS::SageMaker::Model', { EnableNetworkIsolation: Match.absent() });
    template.hasResourceProperties('AWS::SageMaker::EndpointConfig', {
      ProductionVariants: [
        {
          InstanceType: Match.absent(),
          InitialInstanceCount: Match.absent(),
          ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 10, ProvisionedConcurrency: 2 },
        },
      ],
    });
    expect(Object.keys(template.findResources('AWS::CloudWatch::Alarm'))).toHaveLength(3);
  });
});

describe('deployments', () => {
  const routing = (template: Template) =>
    Object.values(template.findResources('AWS::SageMaker::Endpoint'))[0]?.Properties.DeploymentConfig;

  it('go all at once by default, and back on errors or slow answers', () => {
    const { BlueGreenUpdatePolicy, AutoRollbackConfiguration } = routing(endpoint().template());
    expect(BlueGreenUpdatePolicy).toEqual({
      TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
      TerminationWaitInSeconds: 600,
    });
    const names = AutoRollbackConfiguration.Alarms.map((it: { AlarmName: { Ref: string } }) => it.AlarmName.Ref);
    expect(names).toEqual([expect.stringMatching(/ServerErrors/), expect.stringMatching(/Latency/)]);
  });

  it('are told alarms that exist before the endpoint', () => {
    const resources = endpoint().template().toJSON().Resources;
    const alarms = Object.entries<{ Type: string; Properties: unknown }>(resources).filter(([, it]) =>
      /Alarm$/.test(it.Type),
    );
    expect(alarms).toHaveLength(5);
    for (const [, alarm] of alarms) expect(JSON.stringify(alarm.Properties)).not.toMatch(/"ChurnEndpoint/);
  });

  it('go in parts', () => {
    const canary = DeploymentPolicy.canary({ share: { percent: 10 }, wait: Duration.minutes(5) });
    expect(
      routing(endpoint({ deployment: canary }).template()).BlueGreenUpdatePolicy.TrafficRoutingConfiguration,
    ).toEqual({
      Type: 'CANARY',
      CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
      WaitIntervalInSeconds: 300,
    });
    const linear = DeploymentPolicy.linear({ share: { instances: 1 }, wait: Duration.minutes(1), rollbackAlarms: [] });
    const compute = new RealTimeCompute({ instanceType: 'ml.m5.large', instanceCount: 4 });
    const { BlueGreenUpdatePolicy, ...others } = routing(endpoint({ deployment: linear, compute }).template());
    expect(BlueGreenUpdatePolicy.TrafficRoutingConfiguration).toMatchObject({
      Type: 'LINEAR',
      LinearStepSize: { Type: 'INSTANCE_COUNT', Value: 1 },
    });
    expect(others).toEqual({});
  });
});

describe('alarms', () => {
  it('tell the topic, which CloudWatch may use', () => {
    const template = endpoint().template();
    for (const alarm of Object.values(template.findResources('AWS::CloudWatch::Alarm')))
      expect(alarm.Properties).toMatchObject({ AlarmActions: [{ Ref: expect.stringMatching(/^Topic/) }] });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
          },
        ],
      },
    });
  });

  it('may be encrypted by CloudWatch, and sleep without traffic', () => {
    const template = endpoint().template();
    template.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
            Principal: { Service: 'cloudwatch.amazonaws.com' },
          }),
        ]),
      },
    });
    template.allResourcesProperties('AWS::CloudWatch::Alarm', { TreatMissingData: 'notBreaching' });
  });

  it('have thresholds of the author', () => {
    const template = endpoint({
      alarmThresholds: { modelLatency: Duration.millis(250), serverErrorPercent: 3, cpuUtilization: 180 },
    }).template();
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ModelLatency', Threshold: 250_000 });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'Invocation5XXErrors', Threshold: 0.03 });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'CPUUtilization', Threshold: 180 });
  });
});

describe('others', () => {
  it('may call it', () => {
    const { endpoint: made, stack, template } = endpoint();
    made.grantInvoke(new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() }));
    template().hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [{ Action: 'sagemaker:InvokeEndpoint', Resource: { Ref: Match.stringLikeRegexp('ChurnEndpoint') } }],
      },
    });
  });

  it('find it by the names of MDAA', () => {
    const { template } = endpoint({ parameterOwner: { org: 'acme', domain: 'sales', moduleName: 'serving' } });
    const names = Object.values(template().findResources('AWS::SSM::Parameter')).map(({ Properties: it }) => it.Name);
    const prefix = '/acme/sales/serving/endpoint/churn-prod';
    expect(names.sort()).toEqual([
      `${prefix}/endpoint-arn`,
      `${prefix}/endpoint-name`,
      `${prefix}/kms-key-id`,
      `${prefix}/model-name`,
    ]);
  });

  it('find its logs encrypted, for a year', () => {
    endpoint().template().hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: '/aws/sagemaker/Endpoints/churn-prod',
      RetentionInDays: 365,
      KmsKeyId: Match.anyValue(),
    });
  });
});

describe('what AWS refuses', () => {
  const serverless = new ServerlessCompute({ memorySizeInMb: 1024, maxConcurrency: 5 });
  const queued = new AsynchronousCompute({ instanceType: 'ml.m5.large' });
  const realTime = (props: object) => new RealTimeCompute({ instanceType: 'ml.m5.large', ...props });
  const canary = DeploymentPolicy.canary({ share: { instances: 1 }, wait: Duration.minutes(5) });

  it.each<[string, Partial<ModelEndpointProps>, RegExp]>([
    [
      'a network with serverless',
      { compute: serverless, network: network(aStack()) },
      /network is .*nothing with serverless/,
    ],
    ['captured data with serverless', { compute: serverless, dataCapture: {} }, /dataCapture is .*feature exclusions/],
    ['captured data with a queue', { compute: queued, dataCapture: {} }, /dataCapture is .*nothing with asynchronous/],
    [
      'machines of serverless',
      { compute: serverless, deployment: canary },
      /deployment\.share is .*no instances to count/,
    ],
    ['a canary of half a machine', { deployment: canary }, /share\.instances \(of 1\) is 1/],
    [
      'memory of another size',
      { compute: new ServerlessCompute({ memorySizeInMb: 1500, maxConcurrency: 5 }) },
      /1500\. Allowed: one of 1024/,
    ],
    [
      'too much concurrency',
      { compute: new ServerlessCompute({ memorySizeInMb: 1024, maxConcurrency: 201 }) },
      /from 1 to 200/,
    ],
    [
      'more provisioned than allowed',
      { compute: new ServerlessCompute({ memorySizeInMb: 1024, maxConcurrency: 5, provisionedConcurrency: 6 }) },
      /from 1 to 5/,
    ],
    [
      'no machine in real time',
      { compute: realTime({ scaling: { minInstances: 0, maxInstances: 2, invocationsPerInstance: 5 } }) },
      /Only asynchronous endpoints/,
    ],
    [
      'fewer machines at most than at the start',
      { compute: realTime({ instanceCount: 3, scaling: { maxInstances: 2, invocationsPerInstance: 5 } }) },
      /at most compute\.scaling\.maxInstances, 2/,
    ],
    [
      'an instance type of EC2',
      { compute: new RealTimeCompute({ instanceType: 'm5.large' }) },
      /Did you mean ml\.m5\.large/,
    ],
    [
      'a size of a disk of the host',
      { compute: new RealTimeCompute({ instanceType: 'ml.g5.xlarge', volumeSizeInGb: 9 }) },
      /disks of their host/,
    ],
    [
      'an image of which nothing is known',
      { model: { imageUri: Token.asString({ Ref: 'Image' }) } },
      /imageRepositoryArns is missing/,
    ],
    [
      'an artifact elsewhere',
      { model: { imageUri: '1.example/x', imageRepositoryArns: [], modelDataUrl: 'https://x' } },
      /s3:\/\/BUCKET\/KEY/,
    ],
    [
      'a timeout shorter than its waits',
      {
        deployment: DeploymentPolicy.allAtOnce({
          terminationWait: Duration.minutes(30),
          maximumExecutionTimeout: Duration.minutes(20),
        }),
      },
      /1200\. Allowed: a whole number from 1801/,
    ],
    [
      'half of a linear step too many',
      { deployment: DeploymentPolicy.linear({ share: { percent: 60 }, wait: Duration.minutes(5) }) },
      /share\.percent is 60\. Allowed: a whole number from 10 to 50/,
    ],
    ['a name with an underscore', { endpointName: 'churn_prod' }, /endpointName is "churn_prod"/],
    ['half a day', { resultsExpireAfter: Duration.hours(12) }, /resultsExpireAfter \(days\) is 0\.5.*Round it/],
    ['no subnet', { network: { subnetIds: [], securityGroups: [] } }, /network\.subnetIds is "0 entries"/],
  ])('%s', (_what, props, message) => {
    expect(() => endpoint(props)).toThrow(message);
  });

  it('is said all at once, with the path of the construct', () => {
    const props = { projectName: 'a b', stageName: 'PROD' };
    expect(() => endpoint(props)).toThrow(/^Stack\/Churn: projectName is .*\n {2}stageName is .*\n {2}endpointName is/);
  });

  it('is more than ten alarms', () => {
    const stack = aStack();
    const rollbackAlarms = Array.from({ length: 11 }, (_, index) =>
      cloudwatch.Alarm.fromAlarmArn(stack, `A${index}`, `arn:aws:cloudwatch:eu-west-1:1:alarm:a${index}`),
    );
    expect(() => endpoint({ deployment: DeploymentPolicy.allAtOnce({ rollbackAlarms }) })).toThrow(/11 alarms/);
  });
});
