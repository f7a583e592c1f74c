import { describe, expect, it } from 'vitest';
import { platformInputOf } from '../../src/platform/platform-input-of.js';
import type { PolicyStatement } from '../../src/platform/platform-model.js';
import { pipelineRoleOf } from '../../src/platform/roles/pipeline-role.js';
import { readablePlatform } from '../../src/testing/readable-platform.js';

const here = (service: string, resource: string) => `arn:<partition>:${service}:<region>:<account>:${resource}`;

/** The role of a definition that somebody else wrote. */
function roleOf(steps: readonly object[], parameters: readonly object[] = []) {
  // Definitions of others are read as JSON; a test writes them down.
  const definition = { Version: '2020-12-01', Parameters: parameters, Steps: steps } as never;
  return pipelineRoleOf(platformInputOf(definition, { pipelineName: 'p' }));
}

function resourcesOf({ statements }: { readonly statements: readonly PolicyStatement[] }, sid: string) {
  return readablePlatform(statements.find((each) => each.sid === sid)?.resources ?? 'no such statement');
}

const step = (Type: string, Arguments: object, beside: object = {}) => ({ Name: 'Step', Type, Arguments, ...beside });

describe('names of what SageMaker makes', () => {
  it('begin as the definition says, in both spellings', () => {
    const role = roleOf([
      step('Processing', { ProcessingJobName: 'Nightly', RoleArn: 'arn:aws:iam::111111111111:role/r' }),
    ]);
    expect(resourcesOf(role, 'RunProcessingJobs')).toEqual([
      here('sagemaker', 'processing-job/Nightly-*'),
      here('sagemaker', 'processing-job/nightly-*'),
    ]);
    expect(resourcesOf(role, 'PassRoles')).toEqual(['arn:aws:iam::111111111111:role/r']);
  });

  it('are followed to the step that makes it', () => {
    const role = roleOf([
      { ...step('EndpointConfig', { EndpointConfigName: 'churn' }), Name: 'Config' },
      step('Endpoint', { EndpointName: 'churn', EndpointConfigName: { Get: 'Steps.Config.EndpointConfigName' } }),
    ]);
    expect(resourcesOf(role, 'UseEndpointConfigs')).toEqual([here('sagemaker', 'endpoint-config/churn-*')]);
    expect(resourcesOf(role, 'DeployEndpoints')).toEqual([here('sagemaker', 'endpoint/churn')]);
  });
});

describe('names that the definition gives', () => {
  const group = (name: unknown) => [step('RegisterModel', { ModelPackageGroupName: name })];

  it('are those of a parameter: its default and what it lists', () => {
    const parameter = { Name: 'Group', Type: 'String', DefaultValue: 'a', EnumValues: ['a', 'b'] };
    const role = roleOf(group({ Get: 'Parameters.Group' }), [parameter]);
    expect(resourcesOf(role, 'RegisterModels')).toEqual([
      here('sagemaker', 'model-package/a/*'),
      here('sagemaker', 'model-package/b/*'),
    ]);
  });

  it('keep the account and region of an ARN', () => {
    const role = roleOf(group('arn:aws:sagemaker:us-east-1:222222222222:model-package-group/shared'));
    expect(resourcesOf(role, 'RegisterModels')).toEqual([
      'arn:aws:sagemaker:us-east-1:222222222222:model-package/shared/*',
    ]);
    expect(resourcesOf(role, 'DescribeGroups')).toEqual([
      'arn:aws:sagemaker:us-east-1:222222222222:model-package-group/shared',
    ]);
  });

  it('are put together as SageMaker does, anything where only an execution knows', () => {
    const name = { 'Std:Join': { On: '-', Values: ['churn', { Get: 'Execution.PipelineExecutionId' }] } };
    expect(resourcesOf(roleOf(group(name)), 'DescribeGroups')).toEqual([
      here('sagemaker', 'model-package-group/churn-*'),
    ]);
  });

  it('mean themselves, whatever they mean to IAM', () => {
    const role = roleOf([step('Lambda', {}, { FunctionArn: 'arn:aws:lambda:us-east-1:1:function:a*?$' })]);
    expect(resourcesOf(role, 'CallFunctions')).toEqual([`arn:aws:lambda:us-east-1:1:function:a\${*}\${?}\${$}`]);
    expect(role.statements.find(({ sid }) => sid === 'CallFunctions')?.wildcards).toBeUndefined();
  });

  it('are told as a gap where nobody knows them before an execution', () => {
    const parameter = { Name: 'F', Type: 'String' };
    const role = roleOf([step('Lambda', {}, { FunctionArn: { Get: 'Parameters.F' } })], [parameter]);
    expect(role.statements.map(({ sid }) => sid)).toEqual(['DenySelfApproval']);
    expect(role.gaps).toEqual([expect.stringMatching(/FunctionArn of the Lambda step "Step".*default of a parameter/)]);
  });
});

describe('queues', () => {
  const queueOf = (SqsQueueUrl: unknown) => {
    const role = roleOf([step('Callback', {}, { SqsQueueUrl })]);
    return { resources: resourcesOf(role, 'SendMessages'), gaps: role.gaps.length };
  };

  it('are found by their URL, deploy values included', () => {
    const text = [
      'https://sqs.',
      { 'Millrace:DeployValue': 'region' },
      '.amazonaws.com/',
      { 'Millrace:DeployValue': 'account' },
      '/ask',
    ];
    expect(queueOf({ 'Millrace:Text': text })).toEqual({ resources: [here('sqs', 'ask')], gaps: 0 });
    expect(queueOf('https://sqs.cn-north-1.amazonaws.com.cn/222222222222/ask')).toEqual({
      resources: ['arn:<partition>:sqs:cn-north-1:222222222222:ask'],
      gaps: 0,
    });
  });

  it('are a gap where the text is no URL of a queue', () => {
    expect(queueOf('ask')).toEqual({ resources: 'no such statement', gaps: 1 });
  });
});

describe('work of other services', () => {
  it('on a cluster that the step makes', () => {
    const config = { JobFlowRole: 'EMR_EC2_DefaultRole', ServiceRole: 'arn:aws:iam::111111111111:role/emr' };
    const role = roleOf([step('EMR', { ClusterConfig: config, StepConfig: {} })]);
    expect(role.statements.map(({ sid }) => sid)).toEqual([
      'MakeClusters',
      'RunOnNewClusters',
      'FollowClusters',
      'PassRoles',
      'PassRoles2',
      'DenySelfApproval',
    ]);
    expect(resourcesOf(role, 'PassRoles')).toEqual(['arn:<partition>:iam::<account>:role/EMR_EC2_DefaultRole']);
    expect(resourcesOf(role, 'FollowClusters')).toEqual([
      here('events', 'rule/SageMakerPipelineExecutionEMRClusterStatusUpdateRule'),
    ]);
  });

  it('on an application that the step makes', () => {
    const role = roleOf([step('EMRServerless', { ApplicationConfig: { name: 'a' }, JobConfig: {} })]);
    expect(role.statements.map(({ sid }) => sid)).toEqual([
      'MakeApplications',
      'RunOnNewApplications',
      'DenySelfApproval',
    ]);
  });

  it('with a model of Bedrock that another step makes', () => {
    const role = roleOf([
      { ...step('BedrockCustomModel', { ModelName: 'm' }), Name: 'Make' },
      step('BedrockCustomModelDeployment', { ModelArn: { Get: 'Steps.Make.ModelArn' } }),
    ]);
    expect(resourcesOf(role, 'MakeModelDeployments')).toEqual([here('bedrock', 'custom-model/*')]);
  });
});

it('records each kind of lineage only where the step has it', () => {
  const lineage = {
    Artifacts: [{ ArtifactType: 'Model', Source: { SourceUri: 's3://b/m' } }],
    Contexts: [{ ContextName: 'season' }],
    Associations: [
      { Source: { Name: 'a', Type: 'Artifact' }, Destination: { Arn: 'arn:aws:sagemaker:us-east-1:1:action/x' } },
    ],
  };
  const role = roleOf([step('Lineage', lineage)]);
  expect(role.statements.map(({ sid }) => sid)).toEqual([
    'RecordArtifacts',
    'TagArtifacts',
    'RecordContexts',
    'TagContexts',
    'AssociateArtifacts',
    'AssociateContexts',
    'AssociateOthers',
    'DenySelfApproval',
  ]);
  expect(resourcesOf(role, 'AssociateOthers')).toEqual(['arn:aws:sagemaker:us-east-1:1:action/x']);
});

describe('approval that nobody states', () => {
  const conditionsOf = (Arguments: object, parameters: readonly object[] = []) =>
    roleOf([step('RegisterModel', { ModelPackageGroupName: 'g', ...Arguments })], parameters).statements.find(
      ({ sid }) => sid === 'RegisterModels',
    )?.conditions;
  const key = 'sagemaker:ModelApprovalStatus';

  it('is what AWS makes of a request without one', () => {
    expect(conditionsOf({})).toEqual({ StringEqualsIfExists: { [key]: ['PendingManualApproval', 'Rejected'] } });
  });

  it('is never Approved where a parameter brings it', () => {
    const status = { ModelApprovalStatus: { Get: 'Parameters.S' } };
    expect(conditionsOf(status, [{ Name: 'S', Type: 'String' }])).toEqual({
      StringEquals: { [key]: ['PendingManualApproval', 'Rejected'] },
    });
    expect(conditionsOf(status, [{ Name: 'S', Type: 'String', EnumValues: ['Approved', 'Rejected'] }])).toEqual({
      StringEquals: { [key]: ['Rejected'] },
    });
    expect(conditionsOf(status, [{ Name: 'S', Type: 'String', DefaultValue: 'Approved' }])).toEqual({
      StringEquals: { [key]: ['Approved'] },
    });
  });
});

it('reads the files of S3 that conditions look into, by output and by URI', () => {
  const get = (members: object) => ({ 'Std:JsonGet': { Path: 'a', ...members } });
  const compare = (LeftValue: object) => ({ Type: 'Equals', LeftValue, RightValue: 1 });
  const output = {
    OutputName: 'o',
    S3Output: { S3Uri: 's3://theirs/out/', LocalPath: '/opt', S3UploadMode: 'EndOfJob' },
  };
  const role = roleOf([
    {
      ...step('Processing', { ProcessingOutputConfig: { Outputs: [output] } }),
      Name: 'Evaluate',
      PropertyFiles: [{ PropertyFileName: 'F', OutputName: 'o', FilePath: 'e.json' }],
    },
    step('Condition', {
      Conditions: [
        compare(get({ PropertyFile: { Get: 'Steps.Evaluate.PropertyFiles.F' } })),
        compare(get({ S3Uri: 's3://ours/f.json' })),
      ],
      IfSteps: [],
      ElseSteps: [],
    }),
  ]);
  expect(resourcesOf(role, 'ReadFilesOfOthers')).toEqual([
    'arn:<partition>:s3:::theirs/out/e.json',
    'arn:<partition>:s3:::ours/f.json',
  ]);
});
