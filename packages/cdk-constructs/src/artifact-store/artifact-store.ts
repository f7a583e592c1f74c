import { BUCKET_LIFECYCLE_RULES, bucketGuards, keyGuards, type LifecycleRule } from '@millrace/compiler';
import { Duration, Names, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import type { ModelConsumer } from '../model-registry/model-consumer.js';
import { outOfRange } from '../refuse/out-of-range.js';
import { refuse } from '../refuse/refuse.js';
import { wrongAccounts } from '../refuse/wrong-accounts.js';
import { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { AccessLogBucket } from './access-log-bucket.js';
import { asBucket } from './as-bucket.js';
import { type ExistingStore, ImportedArtifactStore } from './imported-artifact-store.js';
import { lifecycleRuleProperty } from './lifecycle-rule-property.js';
import { StoreBase } from './store-base.js';
import type { IArtifactStore } from './store-contract.js';
import { withoutReplica } from './store-findings.js';
import { StoreKey } from './store-key.js';

/** Settings of {@link ArtifactStore}. */
export interface ArtifactStoreProps {
  /** The first segment of all keys, and whose retention counts: lower-case letters, digits and `-`, as `dev`. */
  readonly environment: string;
  /**
   * Name of the bucket. One that ends with `-<account>-<region>-an` lies in the namespace of the account, where nobody
   * else can take it; any other name no other bucket of the world may have. A change replaces the bucket, so a store that
   * was deployed under another name keeps it by stating it here.
   * @default - CloudFormation names it; with `consumers`, a name in the namespace of the account
   */
  readonly bucketName?: string;
  /**
   * Accounts that will read models; they must know the bucket by its name before it exists. What they may read is
   * granted by the registry or pipeline that uses the store.
   * @default - none
   */
  readonly consumers?: readonly ModelConsumer[];
  /**
   * A key that was there before. Its policy cannot be changed here: what it must allow is said as a warning.
   * @default - a key of its own
   */
  readonly key?: kms.IKey;
  /**
   * How long access logs are kept, at least a day.
   * @default Duration.days(400), a little more than the year that auditors ask for
   */
  readonly accessLogsExpireAfter?: Duration;
}

/**
 * Where pipelines keep their artifacts: a bucket that takes nothing but TLS and its own key, the key, and the access
 * logs. All of it is kept when the stack is deleted. The policies and lifecycle rules of each pipeline are added by
 * {@link serve}.
 * @throws Error where a setting is wrong
 */
export class ArtifactStore extends StoreBase {
  /** A bucket and a key that were there before. */
  static fromExisting(scope: Construct, id: string, existing: ExistingStore): IArtifactStore {
    return new ImportedArtifactStore(scope, id, existing);
  }

  readonly bucket: s3.IBucket;
  readonly key: kms.IKey;
  readonly environment: string;
  readonly #bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: ArtifactStoreProps) {
    super(scope, id);
    refuseWrongProps(this, props);
    // S3 writes access logs by a policy, and not by an ACL, which the ownership of objects has switched off.
    this.node.setContext(S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY, true);
    this.environment = props.environment;
    const renderer = new PolicyRenderer(
      new DeployValueBinder(
        this,
        standardDeployValues(this, { environment: props.environment, projectName: '', values: {} }),
      ),
    );
    this.key = props.key ?? new StoreKey(this, 'Key');
    this.#bucket = this.#makeBucket(props, renderer);
    this.bucket = asBucket(this.#bucket);
    this.serve({
      renderer,
      bucketPolicy: bucketGuards({ bucket: this.bucket.bucketName, keyArn: this.key.keyArn }),
      keyPolicy: keyGuards(),
      lifecycleRules: BUCKET_LIFECYCLE_RULES,
    });
    // Without its policy, the bucket that is kept would take anything.
    this.#bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
    acknowledge(this.bucket, ...withoutReplica('artifacts'));
  }

  protected addLifecycleRules(rules: readonly LifecycleRule[], { binder }: PolicyRenderer): void {
    for (const rule of rules) this.#bucket.addLifecycleRule(lifecycleRuleProperty(rule, binder));
  }

  #makeBucket({ bucketName, consumers = [], accessLogsExpireAfter }: ArtifactStoreProps, renderer: PolicyRenderer) {
    const expireAfter = accessLogsExpireAfter ?? Duration.days(400);
    const logs = new AccessLogBucket(this, 'AccessLogs', { expireAfter, renderer });
    const name = bucketName ?? (consumers.length > 0 ? nameForOthers(this) : undefined);
    const bucket = new s3.Bucket(this, 'Bucket', {
      ...(name !== undefined && { bucketName: name }),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: asBucket(logs),
    });
    takeOwnNamespace(bucket, name);
    return bucket;
  }
}

/** At most 63 characters: 32, an account of 12, a region of at most 14 and the ending of the namespace. */
function nameForOthers(store: ArtifactStore): string {
  const prefix = Names.uniqueResourceName(store, { maxLength: 32, separator: '-' }).toLowerCase();
  return `${prefix}${endingOfNamespace(store)}`;
}

/**
 * How names in the namespace that an account has in a region end (S3 user guide, "Namespaces for general purpose buckets").
 * The CDK's own property for it takes a prefix and leaves the name to CloudFormation, but accounts that read models must
 * know the name before the bucket exists.
 */
function endingOfNamespace(scope: Construct): string {
  const { account, region } = Stack.of(scope);
  return `-${account}-${region}-an`;
}

function takeOwnNamespace(bucket: s3.Bucket, name: string | undefined): void {
  if (name?.endsWith(endingOfNamespace(bucket)) !== true) return;
  // The CDK makes this resource for every bucket of its own.
  const resource = bucket.node.defaultChild as s3.CfnBucket;
  resource.bucketNamespace = 'account-regional';
}

function refuseWrongProps(
  store: ArtifactStore,
  { environment, consumers = [], accessLogsExpireAfter }: ArtifactStoreProps,
): void {
  const isName = !Token.isUnresolved(environment) && /^[a-z0-9][a-z0-9-]*$/.test(environment);
  refuse(store, [
    ...(isName
      ? []
      : [
          {
            prop: 'environment',
            given: environment,
            allowed: 'lower-case letters, digits and "-", as text and no token',
            help: 'Lifecycle rules and prefixes are made of it, so it must be known now: write dev, or prod.',
          },
        ]),
    ...wrongAccounts(
      'consumers',
      consumers.map(({ account }) => account),
    ),
    ...outOfRange('accessLogsExpireAfter', accessLogsExpireAfter?.toDays({ integral: false }), { min: 1 }),
  ]);
}
