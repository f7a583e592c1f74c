import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { expectSoundStates } from '../../test/states-language/check-states.js';
import { definitionOf } from '../../test/states-language/definition-of.js';
import {
  endpointAccount as account,
  FORMER_GUARDRAILS as guardrails,
} from '../../test/states-language/endpoint-account.js';
import { type Answer, runStates, StatesError } from '../../test/states-language/run-states.js';
import { ApprovalDeployment, type ApprovalDeploymentProps, type DeploymentStage } from '../index.js';

const PACKAGE = 'arn:aws:sagemaker:eu-west-1:111111111111:model-package/churn/7';
const INPUT = { modelPackageArn: PACKAGE };

function make(changes: (topic: Topic) => Partial<ApprovalDeploymentProps> = () => ({})) {
  const stack = new Stack(new App(), 'Stack', { env: { account: '222222222222', region: 'eu-west-1' } });
  const encryptionKey = new Key(stack, 'Key', { enableKeyRotation: true });
  const topic = new Topic(stack, 'Topic', { masterKey: encryptionKey });
  const deployment = new ApprovalDeployment(stack, 'Deployment', {
    deploymentName: 'churn',
    modelPackageGroupName: 'churn',
    stages: [
      { stageName: 'dev', endpointName: 'churn-dev' },
      { stageName: 'prod', account: '333333333333', endpointName: 'churn-prod', gate: { topic } },
    ],
    encryptionKey,
    notifications: topic,
    ...changes(topic),
  });
  return { stack, deployment, definition: definitionOf(deployment.stateMachine), template: Template.fromStack(stack) };
}

const oneStage = (changes: Partial<DeploymentStage> = {}) =>
  make(() => ({ stages: [{ stageName: 'dev', endpointName: 'churn-dev', ...changes }] })).definition;

describe('the state machine', () => {
  it('is sound', () => {
    expectSoundStates(make().definition);
    expectSoundStates(oneStage());
  });

  it('takes an approved package through all stages, in the role of each', async () => {
    const { status, calls } = await runStates(make().definition, account(), INPUT);
    expect(status).toBe('SUCCEEDED');
    const updates = calls.filter(({ action }) => action.endsWith('updateEndpoint'));
    expect(updates.map(({ args }) => args['EndpointName'])).toEqual(['churn-dev', 'churn-prod']);
    expect(updates.map(({ role }) => role)).toEqual([
      'arn:<AWS::Partition>:iam::222222222222:role/millrace-model-exec-deploy-churn-dev',
      'arn:<AWS::Partition>:iam::333333333333:role/millrace-model-exec-deploy-churn-prod',
    ]);
    expect(calls.filter(({ role, action }) => role === undefined && !action.includes('sns:'))).toEqual([]);
  });

  it('changes the model and nothing else', async () => {
    const { calls } = await runStates(oneStage(), account(), INPUT);
    const [model, configuration, update] = ['createModel', 'createEndpointConfig', 'updateEndpoint'].map(
      (name) => calls.find(({ action }) => action.endsWith(name))?.args,
    );
    const made = model?.['ModelName'];
    expect(made).toMatch(/^churn-dev-[0-9a-f]{24}$/);
    expect(model).toEqual({
      ModelName: made,
      ExecutionRoleArn: 'role',
      EnableNetworkIsolation: true,
      PrimaryContainer: { ModelPackageName: PACKAGE },
    });
    expect(configuration).toEqual({
      EndpointConfigName: made,
      KmsKeyId: 'key',
      ProductionVariants: [{ VariantName: 'AllTraffic', ModelName: made, InstanceType: 'ml.m5.large' }],
    });
    expect(update).toEqual({
      EndpointName: 'churn-dev',
      EndpointConfigName: made,
      DeploymentConfig: guardrails,
      RetainAllVariantProperties: true,
      ExcludeRetainedVariantProperties: [{ VariantPropertyType: 'DesiredWeight' }],
    });
  });

  it.each([
    ['serverless', { ProductionVariants: [{ ModelName: 'model', ServerlessConfig: { MaxConcurrency: 5 } }] }],
    ['asynchronous', { ProductionVariants: [{ ModelName: 'model' }], AsyncInferenceConfig: { OutputConfig: {} } }],
  ])('keeps no number of machines of a %s endpoint', async (_kind, configuration) => {
    const changes = { 'aws-sdk:sagemaker:describeEndpointConfig': () => configuration };
    const { status, calls } = await runStates(oneStage(), account(changes), INPUT);
    expect(status).toBe('SUCCEEDED');
    const update = calls.find(({ action }) => action.endsWith('updateEndpoint'))?.args;
    expect(Object.keys(update ?? {})).toEqual(['EndpointName', 'EndpointConfigName', 'DeploymentConfig']);
    const made = calls.find(({ action }) => action.endsWith('createEndpointConfig'))?.args;
    expect(made).toMatchObject({
      ...configuration,
      ProductionVariants: [{ ModelName: expect.stringMatching('churn') }],
    });
  });

  it('does not deploy what is served already', async () => {
    const changes = {
      'aws-sdk:sagemaker:describeModel': () => ({
        ExecutionRoleArn: 'role',
        Containers: [{ ModelPackageName: PACKAGE }],
      }),
    };
    const { status, calls } = await runStates(oneStage(), account(changes), INPUT);
    expect(status).toBe('SUCCEEDED');
    expect(calls.some(({ action }) => action.includes('create'))).toBe(false);
  });

  it('replaces a model that was made without a package', async () => {
    const changes = { 'aws-sdk:sagemaker:describeModel': () => ({ ExecutionRoleArn: 'role', PrimaryContainer: {} }) };
    expect(await runStates(oneStage(), account(changes), INPUT)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('waits until the endpoint is ready, and until the deployment is over', async () => {
    const statuses = ['Updating', 'RollingBack', 'InService', 'Updating', 'InService'];
    const base = account();
    const describeEndpoint = 'aws-sdk:sagemaker:describeEndpoint';
    const changes: Readonly<Record<string, Answer>> = {
      [describeEndpoint]: (args, call) => ({
        ...Object(base[describeEndpoint]?.(args, call)),
        EndpointStatus: statuses.shift(),
      }),
    };
    const { status, visited } = await runStates(oneStage(), { ...base, ...changes }, INPUT);
    expect([status, statuses]).toEqual(['SUCCEEDED', []]);
    expect(visited.filter((state) => state === 'dev: wait for endpoint')).toHaveLength(2);
  });
});

describe('a deployment that does not go well', () => {
  it.each([
    {
      of: 'a package that is rejected in the meantime',
      error: 'NotApproved',
      sentence: 'is now Rejected.',
      answers: account({ 'aws-sdk:sagemaker:describeModelPackage': () => ({ ModelApprovalStatus: 'Rejected' }) }),
    },
    {
      of: 'an endpoint that is not there',
      error: 'NoEndpoint',
      sentence: 'Deploy its ModelEndpoint',
      answers: account({ 'aws-sdk:sagemaker:describeEndpoint': refused('Could not find endpoint') }),
    },
    {
      of: 'an endpoint that is broken',
      error: 'EndpointNotInService',
      sentence: 'its status is Failed.',
      answers: account({}, { EndpointStatus: 'Failed' }),
    },
    {
      of: 'a deployment that SageMaker turned back',
      error: 'TurnedBack',
      sentence: 'alarm errors',
      answers: account({}, { EndpointConfigName: 'former', FailureReason: 'alarm errors' }),
    },
    {
      of: 'an alarm afterwards',
      error: 'AlarmAfterTakeover',
      sentence: 'In alarm: errors, both.',
      answers: account({
        'aws-sdk:cloudwatch:describeAlarms': () => ({
          MetricAlarms: [{ AlarmName: 'errors', StateValue: 'ALARM' }],
          CompositeAlarms: [{ AlarmName: 'both', StateValue: 'ALARM' }],
        }),
      }),
    },
    {
      of: 'a gate where nobody answers',
      error: 'GateTimedOut',
      sentence: 'nobody answered within 7 days',
      answers: account({ 'sns:publish.waitForTaskToken': refused('', 'States.Timeout') }),
    },
    {
      of: 'a gate where somebody refuses',
      error: 'Refused',
      sentence: 'was refused for prod: too early',
      answers: account({ 'sns:publish.waitForTaskToken': refused('too early', 'Refused') }),
    },
  ])('ends with a sentence: $of', async ({ error, sentence, answers }) => {
    const ended = await runStates(make().definition, answers, INPUT);
    expect([ended.status, ended.error]).toEqual(['FAILED', error]);
    expect(ended.cause).toContain(sentence);
  });
});

function refused(cause: string, code = 'SageMaker.SageMakerException'): Answer {
  return () => {
    throw new StatesError(code, cause);
  };
}

it('asks with commands that answer, before the stage is touched', async () => {
  const { calls } = await runStates(make().definition, account(), INPUT);
  const asked = calls.findIndex(({ action }) => action.endsWith('waitForTaskToken'));
  expect(calls.slice(0, asked).some(({ args }) => args['EndpointName'] === 'churn-prod')).toBe(false);
  const message = String(calls[asked]?.args['Message']);
  expect(message).toContain(
    `Model package ${PACKAGE} is approved and may be deployed to stage prod: endpoint churn-prod in account 333333333333.`,
  );
  expect(message).toContain(
    'aws stepfunctions send-task-success --region <AWS::Region> --task-output "{}" --task-token TOKEN',
  );
  expect(message).toMatch(/send-task-failure .* --error Refused --cause "WHY" --task-token TOKEN$/);
});

it('hears approvals of its group on the default bus', () => {
  const { template } = make();
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      account: ['222222222222'],
      'detail-type': ['SageMaker Model Package State Change'],
      detail: { ModelPackageGroupName: ['churn'], ModelApprovalStatus: ['Approved'] },
    },
    Targets: [
      Match.objectLike({
        InputTransformer: {
          InputTemplate: '{"modelPackageArn":<detail-ModelPackageArn>}',
          InputPathsMap: { 'detail-ModelPackageArn': '$.detail.ModelPackageArn' },
        },
      }),
    ],
  });
  template.resourceCountIs('AWS::Events::EventBus', 0);
});

it('hears approvals of another account on a bus of its own, and nothing else', () => {
  const { template } = make(() => ({ registryAccount: '111111111111' }));
  template.hasResourceProperties('AWS::Events::EventBus', { Name: 'millrace-approval-churn' });
  template.hasResourceProperties('AWS::Events::EventBusPolicy', {
    Statement: Match.objectLike({
      Condition: {
        StringEquals: {
          'events:source': 'aws.sagemaker',
          'events:detail-type': 'SageMaker Model Package State Change',
        },
      },
    }),
  });
  template.hasResourceProperties('AWS::Events::Rule', {
    EventBusName: Match.anyValue(),
    EventPattern: { account: ['111111111111'] },
  });
});

it('may take on the roles of its stages and tell people, and approve nothing', () => {
  const { template } = make();
  const policies = JSON.stringify(template.findResources('AWS::IAM::ManagedPolicy'));
  expect(policies).not.toContain('sagemaker:');
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([Match.objectLike({ Sid: 'DeployStages', Action: 'sts:AssumeRole' })]),
    },
  });
});

it('logs no tokens', () => {
  make().template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
    LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    TracingConfiguration: { Enabled: true },
  });
});

it('names all wrong settings at once', () => {
  const stages = [
    { stageName: 'Dev', endpointName: 'Churn' },
    { stageName: 'prod', endpointName: 'churn', account: '3' },
    { stageName: 'prod', endpointName: 'churn', gate: 'none' as const },
  ];
  expect(() => make(() => ({ deploymentName: 'Churn!', stages }))).toThrow(
    /deploymentName is "Churn!"[\s\S]*stages\[0\].stageName[\s\S]*stages\[0\].endpointName[\s\S]*stages\[1\].account[\s\S]*stages\[1\].gate is missing[\s\S]*different names/,
  );
  expect(() => make(() => ({ stages: [] }))).toThrow('one or more stages');
  expect(() => oneStageWithGate()).toThrow('stages[0].gate.timeout is "5 s". Allowed: a minute to a year.');
});

function oneStageWithGate() {
  return make((topic) => ({
    stages: [{ stageName: 'dev', endpointName: 'churn-dev', gate: { topic, timeout: Duration.seconds(5) } }],
  }));
}
