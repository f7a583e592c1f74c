import { describe, expect, it } from 'vitest';
import { bucketPolicyOf } from '../../src/platform/bucket-policy-of.js';
import type { BoundStatement } from '../../src/platform/evaluate/bound-statement.js';
import { evaluateRequest } from '../../src/platform/evaluate/evaluate-request.js';
import { keyPolicyOf } from '../../src/platform/key-policy-of.js';
import { modelConsumerRole } from '../../src/platform/model-consumer-role.js';
import { registryOf } from '../../src/platform/registry-of.js';
import { repositoryPolicy } from '../../src/platform/repository-policy.js';
import { expectCompiles } from '../../src/testing/expect-compiles.js';
import { ACCOUNT, arn, BUCKET, deployed, KEY, objectIn, REGION } from './deployment.js';

const PRODUCTION = '222222222222';
const CALLER = { kind: 'role', arn: `arn:aws:iam::${PRODUCTION}:role/millrace-model-exec-prod-churn` } as const;
const REPOSITORY = arn('ecr', 'repository/churn-serving');

const pipeline = await expectCompiles(`
projectName: churn
modelPackageGroupName: churn
prodAccountId: "${PRODUCTION}"
pipeline:
  steps: [{ name: Reg, type: RegisterModel, register: { imageUri: img, modelData: "s3://some-bucket/m.tar.gz" } }]
`);

const consumer = modelConsumerRole({
  account: ACCOUNT,
  region: REGION,
  modelPackageGroupName: 'churn',
  bucket: BUCKET,
  modelPrefixes: ['dev/churn-sm-pipeline/models/'],
  repositoryArns: [REPOSITORY],
});
const identity = deployed(consumer.statements);

/** What a request is checked against in the account of the registry. */
interface Side {
  readonly resources: readonly string[];
  readonly policy: readonly BoundStatement[];
  readonly actions: readonly string[];
  readonly context?: Readonly<Record<string, string>>;
}

const throughS3 = {
  'kms:ViaService': `s3.${REGION}.amazonaws.com`,
  'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${BUCKET}`,
};

const MODEL = objectIn(BUCKET, 'dev/churn-sm-pipeline/models/x/output/model.tar.gz');
const GROUP = arn('sagemaker', 'model-package-group/churn');
const PACKAGE = arn('sagemaker', 'model-package/churn/3');

const SIDES: Readonly<Record<'s3' | 'kms' | 'ecr' | 'sagemaker', Side>> = {
  s3: {
    policy: deployed(bucketPolicyOf(pipeline)),
    resources: [
      MODEL,
      objectIn(BUCKET, 'dev/churn-sm-pipeline/runs/x/Prep/train'),
      objectIn(BUCKET, 'dev/other/models/x/model.tar.gz'),
      `arn:aws:s3:::${BUCKET}`,
    ],
    actions: ['GetObject', 'PutObject', 'DeleteObject', 'ListBucket', 'GetBucketPolicy', 'PutBucketPolicy'],
  },
  kms: {
    policy: deployed(keyPolicyOf(pipeline)),
    resources: [KEY],
    actions: ['Decrypt', 'Encrypt', 'GenerateDataKey', 'CreateGrant', 'PutKeyPolicy', 'ScheduleKeyDeletion'],
    context: { ...throughS3, 'kms:GrantIsForAWSResource': 'true' },
  },
  ecr: {
    policy: deployed(repositoryPolicy([PRODUCTION])).map((each) => ({ ...each, resources: ['*'] })),
    resources: [REPOSITORY],
    actions: [
      'BatchCheckLayerAvailability',
      'BatchGetImage',
      'GetDownloadUrlForLayer',
      'PutImage',
      'BatchDeleteImage',
      'SetRepositoryPolicy',
    ],
  },
  sagemaker: {
    policy: deployed(registryOf(pipeline)[0]?.policy ?? []),
    resources: [GROUP, PACKAGE, arn('sagemaker', 'model-package/other/1')],
    actions: [
      'DescribeModelPackageGroup',
      'DescribeModelPackage',
      'ListModelPackages',
      'CreateModelPackage',
      'UpdateModelPackage',
      'DeleteModelPackage',
      'DeleteModelPackageGroup',
      'PutModelPackageGroupPolicy',
    ],
    context: { 'sagemaker:ModelApprovalStatus': 'Approved' },
  },
};

type Policies = Readonly<Record<string, readonly BoundStatement[]>>;

/** Every action that is allowed on a resource, over all of them. */
function allowed(own = identity, policies: Policies = {}, context: Readonly<Record<string, string>> = {}) {
  return Object.entries(SIDES).flatMap(([service, side]) =>
    side.resources.flatMap((resource) =>
      side.actions
        .filter((action) => {
          const request = {
            caller: CALLER,
            action: `${service}:${action}`,
            resource,
            resourceAccount: ACCOUNT,
            context: { ...side.context, ...context },
          };
          const resourcePolicy = policies[service] ?? side.policy;
          const bearing = { identity: own, resource: resourcePolicy, resourceDecides: service === 'kms' };
          return evaluateRequest(request, bearing).outcome === 'allowed';
        })
        .map((action) => `${service}:${action} ${resource}`),
    ),
  );
}

const READING = [
  `s3:GetObject ${MODEL}`,
  `kms:Decrypt ${KEY}`,
  `ecr:BatchCheckLayerAvailability ${REPOSITORY}`,
  `ecr:BatchGetImage ${REPOSITORY}`,
  `ecr:GetDownloadUrlForLayer ${REPOSITORY}`,
  `sagemaker:DescribeModelPackageGroup ${GROUP}`,
  `sagemaker:DescribeModelPackage ${PACKAGE}`,
  `sagemaker:ListModelPackages ${PACKAGE}`,
];

describe('a consumer and a registry, both as they are deployed', () => {
  it('read packages, artifacts and images from one end to the other, and do nothing else', () => {
    expect(allowed()).toEqual(READING);
  });

  it('decrypt nothing of other buckets', () => {
    const other = { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::others' };
    expect(allowed(identity, {}, other)).toEqual(READING.filter((cell) => !cell.startsWith('kms:')));
  });

  // Logging in to ECR is asked of the own account, and of no repository.
  const needed = identity.filter(({ sid }) => sid !== 'LogInToRepositories');

  it.each(needed.map(({ sid }) => [sid] as const))('need the statement %s of the role', (sid) => {
    expect(allowed(identity.filter((each) => each.sid !== sid)).length).toBeLessThan(READING.length);
  });

  const shared = Object.entries(SIDES).flatMap(([service, { policy }]) =>
    policy
      .filter(({ principals = [] }) =>
        principals.some((each) => each.kind === 'account' && each.account === PRODUCTION),
      )
      .map(({ sid }) => [service, sid] as const),
  );

  it.each(shared)('need the statement of the other side: %s %s', (service, sid) => {
    const policy = SIDES[service as keyof typeof SIDES].policy.filter((each) => each.sid !== sid);
    expect(allowed(identity, { [service]: policy }).length).toBeLessThan(READING.length);
  });
});
