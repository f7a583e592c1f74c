import { App, Fn, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { ArtifactStore } from '../artifact-store/artifact-store.js';
import { ModelRegistry } from '../model-registry/model-registry.js';
import { PipelineSource } from '../pipeline-source/pipeline-source.js';
import { MlPipeline } from './ml-pipeline.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';

const IMAGE = '111111111111.dkr.ecr.eu-west-1.amazonaws.com/train:1';
const TRAIN = {
  name: 'Train',
  type: 'Training',
  training: {
    imageUri: IMAGE,
    instanceType: 'ml.m5.large',
    maxRuntime: '1h',
    inputChannels: [{ channelName: 'train', s3Uri: 's3://inputs/train' }],
  },
};
const REGISTER = {
  name: 'Register',
  type: 'RegisterModel',
  register: { modelDataStep: 'Train', imageUri: IMAGE, inferenceInstanceTypes: ['ml.m5.large'] },
};
const FAIL = { name: 'Stop', type: 'Fail', fail: { message: 'no' } };

type Given = Omit<Partial<MlPipelineProps>, 'source'>;
interface Spec {
  readonly steps?: readonly object[];
  readonly pipeline?: object;
  readonly [key: string]: unknown;
}

async function make({ steps = [TRAIN], pipeline, ...spec }: Spec = {}, given: Given | ((stack: Stack) => Given) = {}) {
  const source = await PipelineSource.fromSpec({ projectName: 'churn', ...spec, pipeline: { steps, ...pipeline } });
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const props = typeof given === 'function' ? given(stack) : given;
  const made = new MlPipeline(stack, 'Churn', { source, ...props });
  return {
    stack,
    pipeline: made,
    // Only when it is asked for: nothing may be added after it was made.
    get template() {
      return Template.fromStack(stack);
    },
  };
}

function parameters(template: Template): Readonly<Record<string, unknown>> {
  const found = Object.values(template.findResources('AWS::SSM::Parameter'));
  return Object.fromEntries(found.map(({ Properties }) => [Properties.Name, Properties.Value]));
}

describe('MlPipeline', () => {
  it('says of the pipeline all that the spec says of it', async () => {
    const pipeline = { displayName: 'Churn', description: 'Who leaves?', parallelism: 3, tags: { team: 'crm' } };
    const domainArn = 'arn:aws:sagemaker:eu-west-1:111111111111:domain/d-1';
    const { template } = await make({ pipeline, domainId: 'd-1', domainArn });
    template.hasResourceProperties('AWS::SageMaker::Pipeline', {
      PipelineName: 'churn-sm-pipeline',
      PipelineDisplayName: 'Churn',
      PipelineDescription: 'Who leaves?',
      ParallelismConfiguration: { MaxParallelExecutionSteps: 3 },
      Tags: [
        { Key: 'sagemaker:domain-arn', Value: domainArn },
        { Key: 'sagemaker:domain-id', Value: 'd-1' },
        { Key: 'sagemaker:project-name', Value: 'churn' },
        { Key: 'team', Value: 'crm' },
      ],
    });
  });

  it('makes roles and a store, and the pipeline after all that it needs', async () => {
    const { template, stack, pipeline } = await make();
    const [made] = Object.values(template.findResources('AWS::SageMaker::Pipeline'));
    expect(made?.['DependsOn']).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ChurnJobRolePolicy/),
        expect.stringMatching(/^ChurnPipelineRolePolicy/),
      ]),
    );
    expect(made?.['Properties'].RoleArn).toEqual(stack.resolve(pipeline.role.roleArn));
    template.resourceCountIs('AWS::S3::Bucket', 2);
    expect(JSON.stringify(made?.['Properties'].PipelineDefinition)).toContain('ChurnJobRole');
  });

  it('makes no job role where no job needs one', async () => {
    const { template, pipeline } = await make({ steps: [FAIL] });
    expect(pipeline.jobRole).toBeUndefined();
    template.resourceCountIs('AWS::IAM::Role', 1);
    expect(Object.keys(parameters(template))).not.toContain('/millrace/dev/churn/sm-pipeline/churn/job-role-arn');
  });

  it('shares a store and a registry that are given', async () => {
    const { template } = await make({ steps: [TRAIN, REGISTER], modelPackageGroupName: 'churn' }, (stack) => {
      const artifacts = new ArtifactStore(stack, 'Artifacts', { environment: 'prod' });
      const registry = new ModelRegistry(stack, 'Registry', { modelPackageGroupName: 'churn', artifacts });
      return { artifacts, registry };
    });
    template.resourceCountIs('AWS::S3::Bucket', 2);
    template.resourceCountIs('AWS::SageMaker::ModelPackageGroup', 1);
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ Prefix: 'prod/churn-sm-pipeline/runs/' })]),
      },
    });
    const [definition] = Object.values(template.findResources('AWS::SageMaker::Pipeline'));
    expect(JSON.stringify(definition)).toContain('/prod/churn-sm-pipeline/models/');
  });

  it('makes the groups that the spec and its steps name, under one and the same name everywhere (probe M)', async () => {
    const other = { ...REGISTER, name: 'Other', register: { ...REGISTER.register, modelPackageGroupName: 'other' } };
    const steps = [TRAIN, REGISTER, other];
    const { template, pipeline } = await make({ steps, modelPackageGroupName: 'my-group' });
    expect(pipeline.registries.map(({ modelPackageGroupName }) => modelPackageGroupName)).toEqual([
      'my-group',
      'other',
    ]);
    template.hasResourceProperties('AWS::SageMaker::ModelPackageGroup', { ModelPackageGroupName: 'my-group' });
    const [definition] = Object.values(template.findResources('AWS::SageMaker::Pipeline'));
    expect(JSON.stringify(definition)).toContain('\\"ModelPackageGroupName\\":\\"my-group\\"');
    const policies = JSON.stringify(template.findResources('AWS::IAM::ManagedPolicy'));
    expect(policies).toContain(':sagemaker:eu-west-1:111111111111:model-package-group/my-group');
    expect(parameters(template)['/millrace/dev/churn/sm-pipeline/churn/model-package-group-name']).toBe('my-group');
  });

  it('takes groups, bucket, key and role that the spec says were there before', async () => {
    const { template, pipeline } = await make({
      steps: [TRAIN, REGISTER],
      modelPackageGroupName: 'theirs',
      createModelPackageGroup: false,
      pipelineBucketName: 'their-bucket',
      pipelineKmsKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/1',
      pipeline: { roleArn: 'arn:aws:iam::111111111111:role/theirs' },
    });
    for (const type of ['SageMaker::ModelPackageGroup', 'S3::Bucket', 'KMS::Key'])
      template.resourceCountIs(`AWS::${type}`, 0);
    template.hasResourceProperties('AWS::SageMaker::Pipeline', { RoleArn: 'arn:aws:iam::111111111111:role/theirs' });
    expect(pipeline.artifacts.bucket.bucketName).toBe('their-bucket');
  });

  it('takes roles that are given, as they are', async () => {
    const { template } = await make({}, (stack) => ({
      role: iam.Role.fromRoleName(stack, 'Role', 'ours'),
      jobRole: iam.Role.fromRoleName(stack, 'JobRole', 'ours-too'),
    }));
    template.resourceCountIs('AWS::IAM::Role', 0);
    template.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
    const [definition] = Object.values(template.findResources('AWS::SageMaker::Pipeline'));
    expect(JSON.stringify(definition)).toContain(':iam::111111111111:role/ours-too');
  });

  it('puts a boundary around the roles that it makes', async () => {
    const arn = 'arn:aws:iam::111111111111:policy/boundary';
    const { template } = await make({}, (stack) => ({
      permissionsBoundary: iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', arn),
    }));
    template.allResourcesProperties('AWS::IAM::Role', { PermissionsBoundary: arn });
  });

  it('publishes itself under the names of MDAA, with values of the deployment', async () => {
    const { template } = await make({}, { environment: 'prod', values: { org: 'acme', domain: 'sales' } });
    expect(Object.keys(parameters(template))).toEqual(
      expect.arrayContaining(
        ['pipeline-name', 'execution-role-arn', 'job-role-arn', 'model-bucket-name', 'kms-key-id'].map(
          (key) => `/acme/sales/churn/sm-pipeline/churn/${key}`,
        ),
      ),
    );
  });

  it('starts on the schedule of the spec, or on the given one', async () => {
    const spec = { pipeline: { schedule: 'rate(1 day)' } };
    (await make(spec)).template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 day)',
    });
    const { template } = await make(spec, { schedule: { expression: 'rate(2 hours)', enabled: false } });
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(2 hours)',
      State: 'DISABLED',
    });
  });

  it('starts when a model is approved, where the spec says so', async () => {
    const { template } = await make({ modelPackageGroupName: 'churn', pipeline: { onApproval: {} } });
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { detail: { ModelPackageGroupName: ['churn'], ModelApprovalStatus: ['Approved'] } },
    });
  });

  it('puts subnets of known length in one by one, and makes no custom resource for them (probe F)', async () => {
    const subnets = Fn.split(',', Fn.importValue('Subnets'), 2);
    const networkConfig = { subnetIds: subnets, securityGroupIds: ['ssm:/net/jobs'] };
    const { template } = await make({ pipeline: { networkConfig } });
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toContain('Custom::');
    expect(text).not.toContain('Fn::Sub');
    expect(text).toContain('"Fn::Select":[1,{"Fn::Split":[",",{"Fn::ImportValue":"Subnets"}]}]');
    template.hasParameter('*', { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/net/jobs' });
  });

  it('lets others start and read it, and nothing else', async () => {
    const { stack, pipeline } = await make();
    const role = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    pipeline.grantStart(role);
    pipeline.grantRead(role);
    const arn = {
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, ':sagemaker:eu-west-1:111111111111:pipeline/churn-sm-pipeline'],
      ],
    };
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          { Action: 'sagemaker:StartPipelineExecution', Effect: 'Allow', Resource: arn },
          Match.objectLike({ Action: Match.arrayWith(['sagemaker:ListPipelineExecutions']), Effect: 'Allow' }),
        ],
      },
    });
  });

  it('acknowledges what the spec says of constructs, and tells of paths that there are not', async () => {
    const suppressions = [{ id: 'AwsSolutions-IAM5', reason: 'The owner of the data has agreed to it in writing.' }];
    const by_path = [
      { path: '/Churn/PipelineRole/Policy', suppressions },
      { path: '/gone/role', suppressions },
    ];
    const { stack, pipeline } = await make({ nag_suppressions: { by_path } });
    const policy = pipeline.node.findChild('PipelineRole').node.findChild('Policy');
    // The bare rule stands for each of its findings, which cdk-nag 3 wants one by one.
    expect(JSON.stringify(policy.node.metadata)).toMatch(
      /AwsSolutions-IAM5\[Resource::[^"]*\]":"The owner of the data/,
    );
    Annotations.fromStack(stack).hasWarning(
      '/Stack/Churn',
      Match.stringLikeRegexp('no construct of the stack has a path that ends with "/gone/role"'),
    );
  });

  it('shows the warnings of the compiler, with their places', async () => {
    const { stack } = await make({ pipeline: { parameters: [{ name: 'Unused', type: 'String', defaultValue: 'x' }] } });
    Annotations.fromStack(stack).hasWarning('/Stack/Churn', Match.stringLikeRegexp('^spec:\\d+:\\d+: .*Unused'));
  });

  it('refuses settings that contradict each other, all at once', async () => {
    await expect(make({}, { environment: 'Prod' })).rejects.toThrow(/Stack\/Churn: environment is "Prod"/);
    await expect(make({}, { environment: 'prod', values: { environment: 'dev', buckett: 'b' } })).rejects.toThrow(
      /values\.environment is "dev".*\n.*values is "buckett"\. .*Did you mean bucket\?/,
    );
    const theirs = {
      pipelineBucketName: 'their-bucket',
      pipelineKmsKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/1',
    };
    const store = (stack: Stack) => ({ artifacts: new ArtifactStore(stack, 'Artifacts', { environment: 'dev' }) });
    await expect(make(theirs, store)).rejects.toThrow(/artifacts is "Stack\/Artifacts"/);
    const stranger = (stack: Stack) => ({ registry: ModelRegistry.fromName(stack, 'Registry', 'other') });
    await expect(make({ modelPackageGroupName: 'churn' }, stranger)).rejects.toThrow(
      /registry is "other"\. Allowed: a registry of churn/,
    );
  });

  it('names every deploy value that nobody gave, and how to give it', async () => {
    const hyperparameters = { a: '{{context:alpha}}', b: '{{context:beta}}' };
    const step = { ...TRAIN, training: { ...TRAIN.training, hyperparameters } };
    await expect(make({ steps: [step] })).rejects.toThrow(
      "Stack/Churn: nothing gives a value for context:alpha, context:beta. Give it as { values: { 'context:alpha': '…', 'context:beta': '…' } }",
    );
  });
});
