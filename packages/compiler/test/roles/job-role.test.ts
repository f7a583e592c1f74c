import { describe, expect, it } from 'vitest';
import { jobRoleOf } from '../../src/platform/roles/job-role.js';
import { expectCompiles } from '../../src/testing/expect-compiles.js';
import { readablePlatform } from '../../src/testing/readable-platform.js';
import { type Call, mutantsOf, outcomeOf, refused } from './calls.js';
import { ACCOUNT, arn, BUCKET, deployed, KEY, objectIn } from './deployment.js';

const spec = `
projectName: churn
additionalReadBucketNames: [reference-data]
pipeline:
  networkConfig: { subnetIds: [subnet-0a1b2c3d], securityGroupIds: [sg-0a1b2c3d] }
  parameters:
    - { name: InputUri, type: String, defaultValue: "s3://landing/new", enumValues: ["s3://landing/new", "s3://landing/old"] }
  steps:
    - name: Preprocess
      type: Processing
      processing:
        imageUri: 222222222222.dkr.ecr.eu-west-1.amazonaws.com/team/preprocess:1.0
        instanceType: ml.m5.large
        inputs:
          - { inputName: raw, s3Uri: "s3://<default_bucket>/data/raw" }
          - { inputName: landed, parameter: InputUri }
          - { inputName: others, s3Uri: "s3://others/shared/" }
        outputs: [{ outputName: train }, { outputName: elsewhere, s3Uri: "s3://results/churn" }]
    - name: Train
      type: Training
      training:
        framework: { name: xgboost, version: 1.7-1 }
        instanceType: ml.m5.large
        inputChannels: [{ channelName: train, stepOutput: Preprocess.train }]
        spot: {}
    - name: MakeModel
      type: Model
      model: { imageUri: 222222222222.dkr.ecr.eu-west-1.amazonaws.com/serve@sha256:${'a'.repeat(64)}, modelDataStep: Train }
    - name: Score
      type: Transform
      transform: { modelNameStep: MakeModel, instanceType: ml.m5.large, inputDataUri: "s3://<default_bucket>/data/batch/" }
    - name: Check
      type: QualityCheck
      qualityCheck:
        checkType: DataQuality
        baselineDataset: { stepOutput: Preprocess.train }
        suppliedBaselineStatistics: s3://<default_bucket>/data/baseline/statistics.json
        suppliedBaselineConstraints: s3://<default_bucket>/data/baseline/constraints.json
    - name: Own
      type: Processing
      roleArn: arn:aws:iam::111111111111:role/special
      processing:
        imageUri: 222222222222.dkr.ecr.eu-west-1.amazonaws.com/special:1
        instanceType: ml.m5.large
        inputs: [{ inputName: secret, s3Uri: "s3://secrets/all" }]
`;

const compiled = await expectCompiles(spec);
const role = jobRoleOf(compiled);
const statements = deployed(role.statements);

const own = (key: string) => objectIn(BUCKET, key);
const run = 'dev/churn-sm-pipeline/runs/kytlemm1lvpq';
const read = (resource: string): Call => ['s3:GetObject', resource];
const write = (resource: string): readonly Call[] => [
  ['s3:PutObject', resource],
  ['s3:AbortMultipartUpload', resource],
];
const list = (bucket: string, prefix: string): Call => [
  's3:ListBucket',
  `arn:aws:s3:::${bucket}`,
  { 's3:prefix': prefix },
];
const pull = (account: string, repository: string): readonly Call[] =>
  ['BatchCheckLayerAvailability', 'GetDownloadUrlForLayer', 'BatchGetImage'].map((action) => [
    `ecr:${action}`,
    `arn:aws:ecr:eu-west-1:${account}:repository/${repository}`,
    { 'aws:ResourceAccount': account },
  ]);
const logs = (group: string): readonly Call[] => [
  ['logs:CreateLogGroup', arn('logs', `log-group:/aws/sagemaker/${group}`)],
  ['logs:DescribeLogStreams', arn('logs', `log-group:/aws/sagemaker/${group}:*`)],
  ['logs:CreateLogStream', arn('logs', `log-group:/aws/sagemaker/${group}:log-stream:x/algo-1`)],
  ['logs:PutLogEvents', arn('logs', `log-group:/aws/sagemaker/${group}:log-stream:x/algo-1`)],
  ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': `/aws/sagemaker/${group}` }],
];
const viaS3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' };

/** What the jobs of the spec do, by hand. */
const CALLS: readonly Call[] = [
  read(own('data/raw/2026.csv')),
  read(objectIn('landing', 'new/1.csv')),
  read(objectIn('landing', 'old/1.csv')),
  read(objectIn('others', 'shared/a.csv')),
  read(objectIn('reference-data', 'any/file')),
  read(own(`${run}/Preprocess/train/part-0.csv`)),
  read(own('dev/churn-sm-pipeline/models/kytlemm1lvpq/pipelines-x/output/model.tar.gz')),
  read(own('dev/churn-sm-pipeline/checkpoints/kytlemm1lvpq/Train/1.bin')),
  read(own('data/batch/1.csv')),
  read(own('data/baseline/statistics.json')),
  read(own('data/baseline/constraints.json')),
  list(BUCKET, 'data/raw'),
  list(BUCKET, `${run}/Preprocess/train`),
  list('landing', 'new'),
  list('others', 'shared/'),
  list('reference-data', 'any'),
  ...write(own(`${run}/Preprocess/train/part-0.csv`)),
  ...write(objectIn('results', 'churn/part-0.csv')),
  ...write(own('dev/churn-sm-pipeline/models/kytlemm1lvpq/pipelines-x/output/model.tar.gz')),
  ...write(own('dev/churn-sm-pipeline/checkpoints/kytlemm1lvpq/Train/1.bin')),
  ...write(own(`${run}/Score/transform/1.csv.out`)),
  ...write(own('dev/churn-sm-pipeline/reports/kytlemm1lvpq/Check/statistics.json')),
  ['kms:Decrypt', KEY],
  ['kms:Encrypt', KEY],
  ['kms:GenerateDataKey', KEY],
  ['kms:DescribeKey', KEY],
  ['kms:CreateGrant', KEY, { 'kms:GrantIsForAWSResource': 'true' }],
  ...['landing/new/1.csv', 'others/shared/a.csv', 'reference-data/any/file'].map(
    (key): Call => [
      'kms:Decrypt',
      'arn:aws:kms:eu-west-1:222222222222:key/theirs',
      { ...viaS3, 'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${key}` },
    ],
  ),
  ['ecr:GetAuthorizationToken', '*'],
  ...pull('222222222222', 'team/preprocess'),
  ...pull('222222222222', 'serve'),
  // AWS's own, in this region (SageMaker SDK, image_uri_config).
  ...pull('141502667606', 'sagemaker-xgboost'),
  ...pull('468650794304', 'sagemaker-model-monitor-analyzer'),
  ...['ProcessingJobs', 'TrainingJobs', 'TransformJobs'].flatMap(logs),
  // The other spelling of the ARN of a group.
  ...['ProcessingJobs', 'TrainingJobs', 'TransformJobs'].map(
    (group): Call => ['logs:CreateLogGroup', arn('logs', `log-group:/aws/sagemaker/${group}:*`)],
  ),
  ...['ProcessingJobs', 'TrainingJobs', 'TransformJobs'].map(
    (group): Call => ['logs:DescribeLogStreams', arn('logs', `log-group:/aws/sagemaker/${group}`)],
  ),
  ...[
    'CreateNetworkInterface',
    'CreateNetworkInterfacePermission',
    'DeleteNetworkInterface',
    'DeleteNetworkInterfacePermission',
    'DescribeDhcpOptions',
    'DescribeNetworkInterfaces',
    'DescribeSecurityGroups',
    'DescribeSubnets',
    'DescribeVpcs',
  ].map((action): Call => [`ec2:${action}`, '*']),
];

describe('the role of the jobs', () => {
  it('may do what the jobs do', () => {
    expect(refused(CALLS, statements)).toEqual([]);
    expect(role.gaps).toEqual([]);
  });

  it.each(mutantsOf(statements).map(({ without, statements: weaker }) => [without, weaker] as const))(
    'could not without %s',
    (_, weaker) => {
      expect(refused(CALLS, weaker)).not.toEqual([]);
    },
  );

  it('does nothing of SageMaker and nothing of IAM', () => {
    const services = new Set(statements.flatMap(({ actions }) => actions).map((action) => action.split(':')[0]));
    expect([...services].sort()).toEqual(['cloudwatch', 'ec2', 'ecr', 'kms', 'logs', 's3']);
  });

  it.each<readonly [string, Call]>([
    ['read the outputs of another pipeline', read(own('dev/other-sm-pipeline/runs/x/Preprocess/train/1.csv'))],
    ['read those of one whose name only begins alike', read(own('dev/churn-sm-pipeline-2/runs/x/Preprocess/train/1'))],
    ['write into another pipeline', ['s3:PutObject', own('dev/other-sm-pipeline/models/x/model.tar.gz')]],
    ['write into its own code', ['s3:PutObject', own('dev/churn-sm-pipeline/code/abc/script.py')]],
    ['write over its inputs', ['s3:PutObject', own('data/raw/2026.csv')]],
    ['read other data of the project', read(own('data/salaries/1.csv'))],
    ['delete what it wrote', ['s3:DeleteObject', own(`${run}/Preprocess/train/part-0.csv`)]],
    ['read what only a step with a role of its own names', read(objectIn('secrets', 'all/1'))],
    ['list the whole bucket', list(BUCKET, '')],
    ['list another pipeline', list(BUCKET, 'dev/other-sm-pipeline/')],
    [
      'read a bucket of that name in another account',
      ['s3:GetObject', own('data/raw/2026.csv'), { 'aws:ResourceAccount': '999999999999' }],
    ],
    ['pull an image of a step with a role of its own', pull('222222222222', 'special')[0] ?? ['', '']],
    [
      "pull from a registry of that name in an account that is not AWS's",
      pull('999999999999', 'sagemaker-xgboost')[0] ?? ['', ''],
    ],
    ['use the key for grants to people', ['kms:CreateGrant', KEY, { 'kms:GrantIsForAWSResource': 'false' }]],
    ['use another key', ['kms:Decrypt', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k2`]],
    [
      'decrypt objects of buckets that it may not read',
      [
        'kms:Decrypt',
        `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k2`,
        { ...viaS3, 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::secrets/all/1' },
      ],
    ],
    ['publish metrics under other names', ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'billing' }]],
    ['hand itself on', ['iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/job`]],
  ])('may not %s', (_, call) => {
    expect(outcomeOf(call, statements)).toBe('not allowed');
  });

  it('is assumed for jobs of its account, of the kinds that the steps start', () => {
    expect(readablePlatform(role.trust.map(({ conditions }) => conditions))).toEqual([
      {
        StringEquals: { 'aws:SourceAccount': '<account>' },
        ArnLike: {
          'aws:SourceArn': ['processing-job', 'training-job', 'model', 'transform-job', 'endpoint'].map(
            (type) => `arn:<partition>:sagemaker:<region>:<account>:${type}/*`,
          ),
        },
      },
    ]);
  });
});

describe('what no definition says', () => {
  const step = (body: string, more = '') => `
projectName: churn
pipeline:
  parameters: [{ name: Where, type: String }]
  steps:
    - name: Work
      type: Processing${more}
      processing: { imageUri: 222222222222.dkr.ecr.eu-west-1.amazonaws.com/a:1, instanceType: ml.m5.large, ${body} }
`;

  it('is told as a gap: a place that only an execution knows', async () => {
    const { gaps } = jobRoleOf(await expectCompiles(step('inputs: [{ inputName: a, parameter: Where }]')));
    expect(gaps).toEqual([
      expect.stringMatching(/S3Input\.S3Uri of the Processing step "Work".*default of a parameter/),
    ]);
  });

  it('is told as a gap: an image that only an execution knows', async () => {
    const given = await expectCompiles(step('').replace(/imageUri: [^,]*/, 'imageUri: { parameter: Where }'));
    const { gaps, statements: rights } = jobRoleOf(given);
    expect(gaps).toEqual([expect.stringContaining('AppSpecification.ImageUri of the Processing step "Work"')]);
    expect(rights.map(({ sid }) => sid)).not.toContain('EnterRegistries');
  });

  it('is taken for one of its own: an image that deployment knows', async () => {
    const { gaps, statements: rights } = jobRoleOf(
      await expectCompiles(step('').replace(/imageUri: [^,]*/, 'imageUri: ssm:/images/work')),
    );
    expect(gaps).toEqual([]);
    expect(readablePlatform(rights.find(({ sid }) => sid === 'PullImages')?.resources)).toEqual([
      'arn:<partition>:ecr:<region>:<account>:repository/*',
    ]);
  });

  it('is told as a gap: files that are only in a list', async () => {
    const manifest = 'inputs: [{ inputName: a, s3Uri: "s3://lists/list.json" }]';
    const more =
      '\n      arguments: { ProcessingInputs: [{ InputName: a, S3Input: { S3Uri: "s3://lists/list.json", LocalPath: /opt/ml/processing/input/a, S3DataType: ManifestFile, S3InputMode: File } }] }';
    const { gaps, statements: given } = jobRoleOf(await expectCompiles(step(manifest, more)));
    expect(gaps).toEqual([expect.stringContaining('names files that are not in the definition')]);
    expect(readablePlatform(given.find(({ sid }) => sid === 'ReadInputsOfOthers')?.resources)).toEqual([
      'arn:<partition>:s3:::lists/list.json',
    ]);
  });
});

it('is needed by nobody where every step has a role of its own', async () => {
  const { definition, ...rest } = await expectCompiles(`
projectName: churn
pipeline: { steps: [{ name: Stop, type: Fail, fail: { message: no } }] }
`);
  expect(jobRoleOf({ definition, ...rest })).toMatchObject({ trust: [], statements: [] });
});
