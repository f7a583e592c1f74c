import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { platformOfSpec } from '../examples/platform-of-spec.js';
import { DeployedTemplate } from './deployed-template.js';

// What the documentation of MDAA's sagemaker-pipeline module claims, on the template of its comprehensive sample in our
// words: docs/reference/mdaa-side-by-side.md names these tests.
const file = fileURLToPath(new URL('../../../../examples/mdaa-comprehensive/pipeline.yaml', import.meta.url));
const [ML, PREPROD, PROD] = ['111111111111', '222222222222', '333333333333'] as const;
const app = new App({ analyticsReporting: false });
const template = new DeployedTemplate(await platformOfSpec(app, { file, id: 'Houses', accounts: [ML, PREPROD, PROD] }));

const store = () => template.one('AWS::S3::Bucket', /ArtifactsBucket/);
const bucketStatements = () =>
  template.statements(template.one('AWS::S3::BucketPolicy', /ArtifactsBucket/), 'PolicyDocument');
const keyStatements = () => template.statements(template.one('AWS::KMS::Key'), 'KeyPolicy');
const group = () => template.one('AWS::SageMaker::ModelPackageGroup');
const KEY = () => `<${template.one('AWS::KMS::Key').id}.Arn>`;
const BUCKET = () => `arn:<AWS::Partition>:s3:::<${store().id}>`;
const PREFIX = 'dev/house-prices-sm-pipeline';
const roots = [PREPROD, PROD].map((account) => `arn:<AWS::Partition>:iam::${account}:root`);
const runners = [PREPROD, PROD].map((account) => `arn:<AWS::Partition>:iam::${account}:role/millrace-model-exec-*`);

describe('resources', () => {
  test('one pipeline, with its definition in the template and no seed code', () => {
    expect(template.one('AWS::SageMaker::Pipeline').properties).toMatchObject({
      PipelineName: 'house-prices-sm-pipeline',
      RoleArn: expect.stringMatching(/PipelineRole.*\.Arn/),
    });
    expect(template.definition).toMatchObject({ Version: '2020-12-01' });
    expect(template.all('AWS::Lambda::Function')).toEqual([]);
  });

  test('the definition holds the steps of the spec, the registration inside its branch', () => {
    const steps = (template.definition as { Steps: { Name: string; Arguments: object }[] }).Steps;
    expect(steps.map(({ Name: name }) => name)).toEqual([
      'PreprocessData',
      'TrainModel',
      'EvaluateModel',
      'CheckError',
    ]);
    expect(template.step('CheckError')).toMatchObject({ IfSteps: [{ Name: 'RegisterModel' }], ElseSteps: [] });
  });

  test('the condition names a comparison that SageMaker knows, and reads the property file', () => {
    expect(template.step('CheckError')['Conditions']).toEqual([
      {
        Type: 'LessThanOrEqualTo',
        LeftValue: {
          'Std:JsonGet': {
            PropertyFile: { Get: 'Steps.EvaluateModel.PropertyFiles.EvaluationReport' },
            Path: 'regression_metrics.mse.value',
          },
        },
        RightValue: 6,
      },
    ]);
  });

  test('a role for the pipeline and another for its jobs, each for SageMaker and this pipeline alone', () => {
    const trusts = template.all('AWS::IAM::Role').map((role) => template.statements(role, 'AssumeRolePolicyDocument'));
    expect(trusts).toHaveLength(2);
    for (const [trust] of trusts)
      expect(trust).toMatchObject({
        principals: ['sagemaker.amazonaws.com'],
        condition: { StringEquals: { 'aws:SourceAccount': ML }, ArnLike: { 'aws:SourceArn': expect.anything() } },
      });
  });

  test('one key of the project, turned over every year and kept', () => {
    expect(template.one('AWS::KMS::Key').properties).toMatchObject({ EnableKeyRotation: true });
  });

  test('a bucket that is versioned, closed and logged, with a name that holds account and region', () => {
    expect(store().properties).toMatchObject({
      BucketName: expect.stringMatching(/-111111111111-us-east-1-an$/),
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      LoggingConfiguration: { DestinationBucketName: expect.anything() },
    });
  });

  test('objects leave the bucket, or move to cheaper storage, by a rule for each prefix', () => {
    const { Rules: rules } = store().properties['LifecycleConfiguration'] as { Rules: { Prefix?: string }[] };
    const prefixes = rules.flatMap(({ Prefix: prefix }) => (prefix === undefined ? [] : [prefix]));
    const names = ['runs', 'models', 'checkpoints', 'reports', 'code', 'data'];
    expect([...new Set(prefixes)]).toEqual(names.map((name) => `${PREFIX}/${name}/`));
  });

  test('one name of the model package group: in the definition, of what is created, and in every ARN', () => {
    expect(template.step('RegisterModel')).toMatchObject({ ModelPackageGroupName: 'house-prices' });
    expect(group().properties).toMatchObject({ ModelPackageGroupName: 'house-prices' });
    const named = template
      .roleStatements('PipelineRole')
      .flatMap(({ resources }) => resources)
      .filter((arn) => arn.includes(':model-package'));
    expect(new Set(named.map((arn) => arn.split('/')[1]))).toEqual(new Set(['house-prices']));
  });

  test('parameters by which other stacks find pipeline, role, bucket, key and group', () => {
    const names = template.all('AWS::SSM::Parameter').map(({ properties }) => properties['Name']);
    const below = '/millrace/dev/house-prices/sm-pipeline/house-prices';
    for (const name of ['pipeline-name', 'pipeline-arn', 'execution-role-arn', 'model-bucket-name', 'kms-key-id'])
      expect(names).toContain(`${below}/${name}`);
    expect(names).toEqual(
      expect.arrayContaining([`${below}/model-package-group-name`, `${below}/model-package-group-arn`]),
    );
  });

  test('resources and SageMaker Studio share the tags of the domain', () => {
    const tags = template.one('AWS::SageMaker::Pipeline').properties['Tags'];
    expect(tags).toEqual(
      expect.arrayContaining([
        { Key: 'sagemaker:domain-id', Value: 'd-example0001' },
        { Key: 'sagemaker:project-name', Value: 'house-prices' },
      ]),
    );
  });
});

describe('encryption', () => {
  test('the bucket is encrypted with the key, with a bucket key', () => {
    expect(store().properties['BucketEncryption']).toEqual({
      ServerSideEncryptionConfiguration: [
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY() } },
      ],
    });
  });

  test('volumes and outputs of processing and training are encrypted with the ARN of the key', () => {
    expect(template.step('PreprocessData')).toMatchObject({
      ProcessingResources: { ClusterConfig: { VolumeKmsKeyId: KEY() } },
      ProcessingOutputConfig: { KmsKeyId: KEY() },
    });
    expect(template.step('TrainModel')).toMatchObject({
      ResourceConfig: { VolumeKmsKeyId: KEY() },
      OutputDataConfig: { KmsKeyId: KEY() },
    });
  });

  test('what a request encrypts with another key or cipher is refused', () => {
    const denials = bucketStatements().filter(({ sid }) => sid === 'DenyOtherKey' || sid === 'DenyOtherEncryption');
    const header = 's3:x-amz-server-side-encryption';
    expect(denials).toMatchObject([
      {
        effect: 'Deny',
        actions: ['s3:PutObject'],
        condition: { StringNotEquals: { [`${header}-aws-kms-key-id`]: KEY() } },
      },
      { effect: 'Deny', actions: ['s3:PutObject'], condition: { StringNotEquals: { [header]: 'aws:kms' } } },
    ]);
  });

  test('the bucket takes nothing but TLS 1.2', () => {
    const denials = bucketStatements().filter(({ sid }) => sid === 'DenyPlainTransport' || sid === 'DenyOldTls');
    expect(denials).toMatchObject([
      { effect: 'Deny', actions: ['s3:*'], condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { effect: 'Deny', actions: ['s3:*'], condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
    ]);
    for (const { resources } of denials) expect(resources).toEqual([BUCKET(), `${BUCKET()}/*`]);
  });

  test('traffic between instances is encrypted, in training and processing alike', () => {
    expect(template.step('TrainModel')).toMatchObject({ EnableInterContainerTrafficEncryption: true });
    expect(template.step('PreprocessData')).toMatchObject({
      NetworkConfig: { EnableInterContainerTrafficEncryption: true },
    });
  });
});

describe('least privilege', () => {
  const broad = (role: 'PipelineRole' | 'JobRole') =>
    template
      .roleStatements(role)
      .filter(({ effect, resources }) => effect === 'Allow' && resources.includes('*'))
      .map(({ sid }) => sid);

  test('only what AWS grants on no resource is granted on all', () => {
    expect(broad('PipelineRole')).toEqual([]);
    expect(broad('JobRole')).toEqual(['EnterRegistries', 'PublishMetrics', 'JoinNetwork']);
  });

  test('the pipeline starts, follows and stops jobs of pipelines, and no other SageMaker job', () => {
    const jobs = template.roleStatements('PipelineRole').filter(({ sid }) => /^Run/.test(sid));
    expect(jobs.map(({ actions }) => actions)).toEqual([
      ['sagemaker:CreateProcessingJob', 'sagemaker:DescribeProcessingJob', 'sagemaker:StopProcessingJob'],
      ['sagemaker:CreateTrainingJob', 'sagemaker:DescribeTrainingJob', 'sagemaker:StopTrainingJob'],
    ]);
    for (const { resources } of jobs)
      expect(resources).toEqual([expect.stringMatching(/:(?:processing|training)-job\/pipelines-\*$/)]);
  });

  test('jobs read and write the prefixes of the definition, and delete nothing', () => {
    const s3 = template.roleStatements('JobRole').filter(({ actions }) => actions.some((it) => it.startsWith('s3:')));
    const granted = new Set(s3.flatMap(({ actions }) => actions));
    expect(granted).toEqual(new Set(['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:AbortMultipartUpload']));
    const places = s3.flatMap(({ resources }) => resources).filter((arn) => arn.startsWith(`${BUCKET()}/`));
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(place).toMatch(`${BUCKET()}/${PREFIX}/runs/*/`);
  });

  test('data of other buckets that the steps name is reachable, and nothing beside it', () => {
    const other = template
      .roleStatements('JobRole')
      .flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((arn) => `${action} ${arn}`)))
      .filter((grant) => /:s3:::example-bucket\//.test(grant))
      .map((grant) => grant.replace('arn:<AWS::Partition>:s3:::example-bucket/', ''));
    expect(other.toSorted()).toEqual([
      's3:AbortMultipartUpload models/*',
      's3:GetObject code/4b227777d4dd1fc61c6f884f48641d02/evaluate.py*',
      's3:GetObject code/7d865e959b2466918c9863afca942d0f/preprocessing.py*',
      's3:GetObject dataset/houses.csv*',
      's3:GetObject models/*/output/model.tar.gz*',
      's3:PutObject models/*',
    ]);
  });

  test('jobs pull the images of the definition, and no others', () => {
    const [pull] = template.roleStatements('JobRole').filter(({ sid }) => sid === 'PullImages');
    expect(pull?.resources).toEqual(
      ['preprocess', 'train'].map((name) => `arn:<AWS::Partition>:ecr:us-east-1:123456789012:repository/${name}`),
    );
  });

  test('jobs write the logs of their kind', () => {
    const logs = template.roleStatements('JobRole').filter(({ sid }) => sid === 'WriteLogs');
    expect(logs.flatMap(({ resources }) => resources).map((arn) => arn.replace(/^.*log-group:/, ''))).toEqual([
      '/aws/sagemaker/ProcessingJobs:log-stream:*',
      '/aws/sagemaker/TrainingJobs:log-stream:*',
    ]);
  });

  test('the roles use the key of the project, and grant it to AWS resources only', () => {
    const own = template.roleStatements('JobRole').filter(({ resources }) => resources.includes(KEY()));
    expect(own.map(({ sid }) => sid)).toEqual(['DecryptData', 'EncryptOutputs', 'DescribeKeys', 'EncryptVolumes']);
    expect(own.at(-1)?.condition).toEqual({ Bool: { 'kms:GrantIsForAWSResource': 'true' } });
  });

  test('the pipeline passes the role of its jobs, to SageMaker only', () => {
    const [pass] = template.roleStatements('PipelineRole').filter(({ actions }) => actions.includes('iam:PassRole'));
    expect(pass).toMatchObject({
      resources: [expect.stringMatching(/JobRole.*\.Arn/)],
      condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    });
  });

  test('the pipeline registers in its group, and cannot approve', () => {
    const packages = template.roleStatements('PipelineRole').filter(({ actions }) => actions.includes(REGISTER));
    expect(packages).toMatchObject([
      { effect: 'Allow', condition: { StringEquals: { 'sagemaker:ModelApprovalStatus': ['PendingManualApproval'] } } },
      { effect: 'Deny', condition: { StringEquals: { 'sagemaker:ModelApprovalStatus': 'Approved' } } },
    ]);
  });
  const REGISTER = 'sagemaker:CreateModelPackage';
});

describe('other accounts', () => {
  test('read packages of the group by its own policy, with the roles that run models', () => {
    const [describeGroup, read] = template.statements(group(), 'ModelPackageGroupPolicy');
    expect(describeGroup).toMatchObject({ principals: roots, actions: ['sagemaker:DescribeModelPackageGroup'] });
    expect(read).toMatchObject({
      principals: roots,
      actions: ['sagemaker:CreateModel', 'sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
      condition: { ArnLike: { 'aws:PrincipalArn': expect.arrayContaining(runners) } },
    });
  });

  test('read models in the bucket, and no other prefix', () => {
    const shared = bucketStatements().filter(({ principals }) => principals.includes(roots[0] ?? ''));
    const actions = new Set(shared.flatMap((each) => each.actions));
    expect([...actions].filter((action) => !/^s3:(?:Get|List)/.test(action))).toEqual([]);
    const objects = shared.flatMap(({ resources }) => resources).filter((arn) => arn.startsWith(`${BUCKET()}/`));
    expect(objects).toEqual([`${BUCKET()}/${PREFIX}/models/*`]);
  });

  test('decrypt through S3, and do nothing else with the key', () => {
    const shared = keyStatements().filter(({ principals }) => principals.includes(roots[0] ?? ''));
    expect(shared).toMatchObject([
      {
        actions: ['kms:Decrypt', 'kms:DescribeKey'],
        principals: roots,
        condition: {
          StringLike: { 'kms:ViaService': 's3.us-east-1.*' },
          ArnLike: { 'aws:PrincipalArn': runners },
        },
      },
    ]);
  });
});

describe('networks', () => {
  test('processing and training stand in the subnets and security groups of the spec', () => {
    const VpcConfig = { SecurityGroupIds: ['sg-0a1b2c3d'], Subnets: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'] };
    expect(template.step('PreprocessData')).toMatchObject({ NetworkConfig: { VpcConfig } });
    expect(template.step('TrainModel')).toMatchObject({ VpcConfig });
  });

  test('a step is isolated as it says, and otherwise as the pipeline says', () => {
    expect(template.step('PreprocessData')).toMatchObject({ NetworkConfig: { EnableNetworkIsolation: false } });
    expect(template.step('EvaluateModel')).toMatchObject({ NetworkConfig: { EnableNetworkIsolation: true } });
    expect(template.step('TrainModel')).toMatchObject({ EnableNetworkIsolation: true });
  });
});
