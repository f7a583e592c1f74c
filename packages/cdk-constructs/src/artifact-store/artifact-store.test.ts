import { bucketPolicyOf, keyPolicyOf, lifecycleRulesOf, type PlatformInput, platformInputOf } from '@millrace/compiler';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CURRENT_VERSION_EXPIRED_FLAGS, FLAGS, IAM_MINIMIZE_POLICIES } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { ArtifactStore, type ArtifactStoreProps } from './artifact-store.js';
import type { IArtifactStore } from './store-contract.js';

const CONSUMER = '222222222222';

const pipeline: PlatformInput = platformInputOf(
  { Version: '2020-12-01', Steps: [] },
  { pipelineName: 'churn', consumerAccounts: [CONSUMER] },
);

/** What a pipeline asks of a store. */
function serve(store: IArtifactStore, scope: Construct = store, input = pipeline): void {
  const values = {
    bucket: store.bucket.bucketName,
    kmsKeyArn: store.key.keyArn,
    pipelineRoleArn: 'arn:aws:iam::111111111111:role/pipeline',
    jobRoleArn: 'arn:aws:iam::111111111111:role/job',
  };
  const { environment } = store;
  const standard = standardDeployValues(scope, { environment, projectName: 'churn', values });
  store.serve({
    renderer: new PolicyRenderer(new DeployValueBinder(scope, standard)),
    bucketPolicy: bucketPolicyOf(input),
    keyPolicy: keyPolicyOf(input),
    lifecycleRules: lifecycleRulesOf(input, environment),
  });
}

function synthesize(props: Partial<ArtifactStoreProps> = {}, use: (store: ArtifactStore) => void = () => undefined) {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  use(new ArtifactStore(stack, 'Artifacts', { environment: 'dev', ...props }));
  return Template.fromStack(stack);
}

/** The statements of the only policy of a type, by sid; those without one are left out. */
function statements(template: Template, type: 'bucket' | 'key'): Readonly<Record<string, unknown>> {
  const found = Object.entries(
    template.findResources(type === 'bucket' ? 'AWS::S3::BucketPolicy' : 'AWS::KMS::Key'),
  ).filter(([id]) => !id.includes('AccessLogs'));
  const properties = found[0]?.[1]['Properties'];
  const { Statement } = properties['PolicyDocument'] ?? properties['KeyPolicy'];
  return Object.fromEntries(Statement.map((each: { Sid: string }) => [each.Sid, each]));
}

describe('the store itself', () => {
  it('keeps its key, turns it over every year, and leaves 30 days to think before it is lost', () => {
    synthesize().hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true, PendingWindowInDays: 30 },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('keeps its bucket: versioned, closed, encrypted with the key, owner of all, logged', () => {
    const template = synthesize();
    const [logs] = Object.keys(template.findResources('AWS::S3::Bucket')).filter((id) => id.includes('AccessLogs'));
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BucketName: Match.absent(),
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: { KMSMasterKeyID: Match.anyValue(), SSEAlgorithm: 'aws:kms' },
            },
          ],
        },
        LoggingConfiguration: { DestinationBucketName: { Ref: logs } },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
      },
    });
    template.allResources('AWS::S3::BucketPolicy', { DeletionPolicy: 'Retain' });
  });

  it('denies what is not TLS 1.2 and what is encrypted otherwise, and allows nobody anything', () => {
    const template = synthesize();
    expect(Object.keys(statements(template, 'bucket'))).toEqual([
      'DenyPlainTransport',
      'DenyOldTls',
      'DenyOtherKey',
      'DenyOtherEncryption',
      'DenyCustomerKeys',
    ]);
    expect(statements(template, 'bucket')['DenyOtherKey']).toMatchObject({
      Effect: 'Deny',
      Condition: {
        StringNotEquals: {
          's3:x-amz-server-side-encryption-aws-kms-key-id': { 'Fn::GetAtt': [expect.any(String), 'Arn'] },
        },
        Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
      },
    });
    expect(Object.keys(statements(template, 'key'))).toEqual(['AccountDelegatesToIam']);
  });

  it('lets access logs go after a while, and S3 alone write them, for this bucket', () => {
    const template = synthesize();
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ Id: 'access-logs', ExpirationInDays: 400 })]),
      },
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Principal: { Service: 'logging.s3.amazonaws.com' },
            Condition: { ArnLike: Match.anyValue(), StringEquals: { 'aws:SourceAccount': '111111111111' } },
          }),
        ]),
      },
    });
  });

  it('has a name that others can know where others read, in the namespace of the account, and otherwise none', () => {
    synthesize({ consumers: [{ account: CONSUMER }] }).hasResourceProperties('AWS::S3::Bucket', {
      BucketName: Match.stringLikeRegexp('^stack-artifacts-[0-9a-f]{8}-111111111111-eu-west-1-an$'),
      BucketNamespace: 'account-regional',
    });
    synthesize({ bucketName: 'ours-111111111111-eu-west-1-an' }).hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'ours-111111111111-eu-west-1-an',
      BucketNamespace: 'account-regional',
    });
    synthesize({ bucketName: 'our-models' }).hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'our-models',
      BucketNamespace: Match.absent(),
    });
  });

  it('is the same whatever feature flags an app sets', () => {
    // Statements with a sid are never merged; that flag only sorts the ARNs in them.
    const without = [...CURRENT_VERSION_EXPIRED_FLAGS, IAM_MINIMIZE_POLICIES];
    const flags = Object.keys(FLAGS).filter((flag) => !without.includes(flag));
    const on = new App({ context: Object.fromEntries(flags.map((flag) => [flag, true])) });
    const env = { account: '111111111111', region: 'eu-west-1' };
    const stack = new Stack(on, 'Stack', { env });
    serve(new ArtifactStore(stack, 'Artifacts', { environment: 'dev' }));
    expect(Template.fromStack(stack).toJSON().Resources).toEqual(synthesize({}, serve).toJSON()['Resources']);
  });

  it('says all that is wrong with its settings', () => {
    expect(() => synthesize({ environment: 'Dev/1', consumers: [{ account: '12' }] })).toThrow(
      /Stack\/Artifacts: environment is "Dev\/1".*\n.*consumers is "12"\. Allowed: the id of an account, twelve digits/,
    );
  });
});

describe('a store in use', () => {
  it('lets consumers read the models of the pipeline, and decrypt them', () => {
    const template = synthesize({}, serve);
    const [read] = Object.entries(statements(template, 'bucket')).filter(([sid]) => sid.startsWith('ConsumersRead'));
    expect(read?.[1]).toMatchObject({
      Action: 's3:GetObject',
      Resource: { 'Fn::Join': ['', expect.arrayContaining(['/dev/churn/models/*'])] },
      Condition: {
        ArnLike: {
          'aws:PrincipalArn': [
            { 'Fn::Join': ['', expect.arrayContaining([`:iam::${CONSUMER}:role/millrace-model-exec-*`])] },
          ],
        },
      },
    });
    const [decrypt] = Object.entries(statements(template, 'key')).filter(([sid]) => sid.startsWith('ConsumersDecrypt'));
    expect(decrypt?.[1]).toMatchObject({
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Condition: { StringLike: { 'kms:ViaService': 's3.eu-west-1.*' } },
    });
  });

  it('has the lifecycle rules of every pipeline beside its own', () => {
    const template = synthesize({}, (store) => {
      serve(store);
      serve(store, store, platformInputOf({ Version: '2020-12-01', Steps: [] }, { pipelineName: 'fraud' }));
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Id: 'leftovers', ExpiredObjectDeleteMarker: true }),
          Match.objectLike({
            Id: 'churn-dev-runs',
            Prefix: 'dev/churn/runs/',
            ExpirationInDays: 30,
            NoncurrentVersionExpiration: { NoncurrentDays: 7 },
          }),
          Match.objectLike({
            Id: 'churn-dev-models',
            Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 90 }],
            ExpirationInDays: Match.absent(),
          }),
          Match.objectLike({
            Id: 'churn-dev-code-retired',
            TagFilters: [{ Key: 'millrace:retired', Value: 'true' }],
            ExpirationInDays: 30,
          }),
          Match.objectLike({ Id: 'fraud-dev-runs', Prefix: 'dev/fraud/runs/' }),
        ]),
      },
    });
  });

  it('says a thing once, however often it is asked', () => {
    const once = synthesize({}, serve).toJSON()['Resources'];
    const twice = synthesize({}, (store) => {
      serve(store);
      store.serve({
        renderer: new PolicyRenderer(
          new DeployValueBinder(
            store,
            standardDeployValues(store, { environment: 'dev', projectName: '', values: {} }),
          ),
        ),
        keyPolicy: keyPolicyOf(platformInputOf({ Version: '2020-12-01', Steps: [] }, { pipelineName: 'x' })).slice(
          0,
          1,
        ),
      });
    }).toJSON()['Resources'];
    expect(twice).toEqual(once);
  });

  it('names no roles of other stacks in the policy of its key', () => {
    const template = synthesize({}, (store) => serve(store, new Stack(store.node.root as App, 'Other')));
    expect(Object.keys(statements(template, 'key')).filter((sid) => !sid.startsWith('Consumers'))).toEqual([
      'AccountDelegatesToIam',
    ]);
    expect(Object.keys(statements(synthesize({}, serve), 'key')).join()).toContain('RolesGrantToAws');
  });
});

describe('a store that was there before', () => {
  const existing = {
    bucketName: 'theirs',
    keyArn: 'arn:aws:kms:eu-west-1:333333333333:key/1',
    environment: 'dev',
  };

  it('changes nothing, and says what its owner must add', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
    serve(ArtifactStore.fromExisting(stack, 'Artifacts', existing));
    expect(Template.fromStack(stack).toJSON()['Resources']).toBeUndefined();
    const warnings = Annotations.fromStack(stack)
      .findWarning('/Stack/Artifacts', Match.anyValue())
      .map(({ entry }) => String(entry.data));
    expect(warnings).toHaveLength(3);
    expect(warnings[0]).toMatch(/^The policy of the bucket theirs .* Its owner must add: \{"Action":"s3:GetObject",/);
    expect(warnings[1]).toMatch(/^The policy of the key arn:aws:kms:eu-west-1:333333333333:key\/1 .*kms:Decrypt/);
    expect(warnings[1]).not.toContain('kms:CreateGrant');
    expect(warnings[2]).toMatch(/^The lifecycle of the bucket theirs/);
  });

  it('says nothing of grants where nobody else reads', () => {
    const stack = new Stack(new App(), 'Stack');
    const alone = platformInputOf({ Version: '2020-12-01', Steps: [] }, { pipelineName: 'churn' });
    serve(ArtifactStore.fromExisting(stack, 'Artifacts', existing), stack, alone);
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('policy'))).toEqual([]);
  });
});
