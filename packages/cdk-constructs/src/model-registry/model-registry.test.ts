import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { describe, expect, it } from 'vitest';
import { ArtifactStore } from '../artifact-store/artifact-store.js';
import { ModelRegistry, type ModelRegistryProps } from './model-registry.js';
import { RegistryConsumer, type RegistryConsumerProps } from './registry-consumer.js';

const [ML, PROD, AUDIT] = ['111111111111', '222222222222', '333333333333'] as const;

interface Made {
  readonly stack: Stack;
  readonly registry: ModelRegistry;
  readonly template: Template;
}

function make(props: Partial<ModelRegistryProps> | ((stack: Stack) => Partial<ModelRegistryProps>) = {}): Made {
  const stack = new Stack(new App(), 'Stack', { env: { account: ML, region: 'eu-west-1' } });
  const artifacts = new ArtifactStore(stack, 'Artifacts', { environment: 'dev' });
  const given = typeof props === 'function' ? props(stack) : props;
  const registry = new ModelRegistry(stack, 'Registry', { modelPackageGroupName: 'churn', artifacts, ...given });
  registry.admitModels(['dev/churn-sm-pipeline/models/']);
  return { stack, registry, template: Template.fromStack(stack) };
}

interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal: unknown;
}

/** What a template lets an account do: the statements of all its policies that name it. */
function grantsTo(template: Template, account: string): readonly Statement[] {
  const policies = Object.values(template.toJSON()['Resources']).flatMap((resource) => {
    // Resources of a template are JSON; these are the members that hold policies.
    const { Properties = {} } = resource as { Properties?: Record<string, { Statement: readonly Statement[] }> };
    return ['PolicyDocument', 'KeyPolicy', 'ModelPackageGroupPolicy', 'RepositoryPolicyText'].flatMap(
      (member) => Properties[member]?.Statement ?? [],
    );
  });
  return policies.filter(({ Principal }) => JSON.stringify(Principal ?? '').includes(account));
}

const actionsOf = (statements: readonly Statement[]) => statements.flatMap(({ Action }) => Action).sort();

describe('a registry', () => {
  it('has one name, of the group and in every ARN of its policy', () => {
    const { template, registry, stack } = make({ consumers: [{ account: PROD }] });
    template.hasResource('AWS::SageMaker::ModelPackageGroup', {
      DeletionPolicy: 'Retain',
      Properties: { ModelPackageGroupName: 'churn' },
    });
    expect(registry.modelPackageGroupName).toBe('churn');
    const [id] = Object.keys(template.findResources('AWS::SageMaker::ModelPackageGroup'));
    expect(stack.resolve(registry.modelPackageGroupArn)).toEqual({ 'Fn::GetAtt': [id, 'ModelPackageGroupArn'] });
    const resources = grantsTo(template, PROD)
      .filter(({ Action }) => JSON.stringify(Action).includes('sagemaker:'))
      .map(({ Resource }) => JSON.stringify(Resource));
    expect(resources).toEqual([
      expect.stringContaining(`:sagemaker:eu-west-1:${ML}:model-package-group/churn"`),
      expect.stringContaining(`:sagemaker:eu-west-1:${ML}:model-package/churn/*"`),
    ]);
  });

  it('lets consumers do what running a model takes, and nothing else', () => {
    const { template } = make((stack) => ({
      consumers: [{ account: PROD }],
      repositories: [new ecr.Repository(stack, 'Images')],
    }));
    expect(actionsOf(grantsTo(template, PROD))).toEqual([
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
      'kms:Decrypt',
      'kms:DescribeKey',
      's3:GetObject',
      'sagemaker:CreateModel',
      'sagemaker:DescribeModelPackage',
      'sagemaker:DescribeModelPackageGroup',
      'sagemaker:ListModelPackages',
    ]);
    expect(grantsTo(template, PROD).every((each) => JSON.stringify(each).includes('aws:PrincipalArn'))).toBe(true);
    const [objects] = grantsTo(template, PROD).filter(({ Action }) => Action === 's3:GetObject');
    expect(JSON.stringify(objects?.Resource)).toContain('/dev/churn-sm-pipeline/models/*"');
  });

  it('lets people of another account approve, and only with roles for that', () => {
    const { template } = make({ approvers: [{ account: AUDIT }] });
    const decide = grantsTo(template, AUDIT).find(({ Sid }) => Sid === 'ApproversDecide');
    expect(decide).toMatchObject({
      Action: 'sagemaker:UpdateModelPackage',
      Condition: { StringEquals: { 'sagemaker:ModelApprovalStatus': ['Approved', 'Rejected'] } },
    });
    expect(JSON.stringify(decide)).toContain(`:iam::${AUDIT}:role/millrace-model-approver-*`);
  });

  it('has no policy where nobody else reads, and grants its own account nothing', () => {
    for (const { template } of [make(), make({ consumers: [{ account: ML }] })]) {
      template.hasResourceProperties('AWS::SageMaker::ModelPackageGroup', { ModelPackageGroupPolicy: Match.absent() });
      expect(actionsOf(grantsTo(template, ML)).filter((action) => action !== 'kms:*')).toEqual([]);
    }
  });

  it('takes an account that is known at deployment only, in the ARN of its root', () => {
    const { template } = make((stack) => ({
      consumers: [{ account: ssm.StringParameter.valueForStringParameter(stack, '/accounts/prod') }],
    }));
    const [parameter] = Object.keys(template.findParameters('*')).filter((name) =>
      name.startsWith('SsmParameterValue'),
    );
    template.hasResourceProperties('AWS::SageMaker::ModelPackageGroup', {
      ModelPackageGroupPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: 'ConsumersDescribeGroup',
            Principal: {
              AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: parameter }, ':root']] },
            },
          }),
        ]),
      },
    });
  });

  it('says what the owner of a repository must add that was there before', () => {
    const { stack } = make((scope) => ({
      consumers: [{ account: PROD }],
      repositories: [ecr.Repository.fromRepositoryName(scope, 'Images', 'churn-serving')],
    }));
    const said = Annotations.fromStack(stack).findWarning('/Stack/Registry', Match.anyValue());
    expect(said.map(({ entry }) => String(entry.data))).toEqual([
      expect.stringMatching(/^The policy of the repository churn-serving was there before .*ecr:BatchGetImage/),
    ]);
  });

  it('takes a group that was there before by its name or its ARN', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: ML, region: 'eu-west-1' } });
    const arn = 'arn:aws:sagemaker:eu-west-1:999999999999:model-package-group/theirs';
    expect(ModelRegistry.fromName(stack, 'A', arn)).toMatchObject({
      modelPackageGroupName: 'theirs',
      modelPackageGroupArn: arn,
    });
    const named = ModelRegistry.fromName(stack, 'B', 'ours');
    expect(stack.resolve(named.modelPackageGroupArn)).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:sagemaker:eu-west-1:${ML}:model-package-group/ours`]],
    });
    expect(Template.fromStack(stack).toJSON()['Resources']).toBeUndefined();
  });

  it('says all that is wrong with its settings', () => {
    expect(() => make({ modelPackageGroupName: '-churn', consumers: [{ account: '1' }] })).toThrow(
      /Stack\/Registry: modelPackageGroupName is "-churn".*\n.*consumers is "1"/,
    );
  });
});

describe('a consumer', () => {
  const usual: RegistryConsumerProps = {
    environment: 'prod',
    registryAccount: ML,
    modelPackageGroupName: 'churn',
    bucketName: 'ml-artifacts-dev',
    modelsPrefix: 'dev/churn-sm-pipeline/models',
    repositoryArns: [`arn:aws:ecr:eu-west-1:${ML}:repository/churn-serving`],
  };

  function consume(props: Partial<RegistryConsumerProps> = {}): Template {
    const stack = new Stack(new App(), 'Stack', { env: { account: PROD, region: 'eu-west-1' } });
    new RegistryConsumer(stack, 'Models', { ...usual, ...props });
    return Template.fromStack(stack);
  }

  function statementsOf(template: Template): readonly Statement[] {
    const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
    return policy?.['Properties'].PolicyDocument.Statement;
  }

  it('is a role of the name that registries admit, for SageMaker of its account alone', () => {
    consume().hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'millrace-model-exec-prod-churn',
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'sagemaker.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': PROD },
              ArnLike: { 'aws:SourceArn': Match.anyValue() },
            },
          }),
        ],
      },
    });
  });

  it('reads packages, artifacts and images, and nothing else', () => {
    const statements = statementsOf(consume());
    expect(actionsOf(statements)).toEqual([
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetAuthorizationToken',
      'ecr:GetDownloadUrlForLayer',
      'kms:Decrypt',
      's3:GetObject',
      'sagemaker:DescribeModelPackage',
      'sagemaker:DescribeModelPackageGroup',
      'sagemaker:ListModelPackages',
    ]);
    const written = JSON.stringify(statements);
    expect(written).toContain(':s3:::ml-artifacts-dev/dev/churn-sm-pipeline/models/*"');
    expect(written).toContain(`:sagemaker:eu-west-1:${ML}:model-package/churn/*"`);
  });

  it('decrypts objects of the bucket only, whose key it need not know', () => {
    const [decrypt] = statementsOf(consume()).filter(({ Sid }) => Sid === 'DecryptModels');
    expect(JSON.stringify(decrypt?.Resource)).toContain(`:kms:eu-west-1:${ML}:key/*"`);
    expect(decrypt).toMatchObject({
      Condition: {
        StringLike: {
          'kms:ViaService': 's3.eu-west-1.*',
          'kms:EncryptionContext:aws:s3:arn': [expect.anything(), expect.anything()],
        },
      },
    });
    const keyArn = `arn:aws:kms:eu-west-1:${ML}:key/1`;
    expect(statementsOf(consume({ keyArn })).find(({ Sid }) => Sid === 'DecryptModels')?.Resource).toBe(keyArn);
  });

  it('keeps the name of its role short, and apart from others', () => {
    const names = ['a', 'b'].map((end) => {
      const template = consume({ modelPackageGroupName: `${'g'.repeat(62)}${end}` });
      return Object.values(template.findResources('AWS::IAM::Role'))[0]?.['Properties'].RoleName;
    });
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => name.length === 64 && name.startsWith('millrace-model-exec-prod-ggg'))).toBe(true);
  });

  it('refuses a name that no registry admits', () => {
    expect(() => consume({ executionRoleName: 'my-role' })).toThrow(
      /executionRoleName is "my-role"\. Allowed: a name that begins with millrace-model-exec-/,
    );
  });
});
