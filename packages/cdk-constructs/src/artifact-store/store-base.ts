import type { LifecycleRule, PolicyPrincipal, PolicyStatement } from '@millrace/compiler';
import { deployValueNameOf } from '@millrace/schema';
import { Resource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { tellOwner } from '../tell-owner/tell-owner.js';
import type { IArtifactStore, StoreDemands } from './store-contract.js';

/** What a store does for those who use it, whether its bucket and key are made here or were there before. */
export abstract class StoreBase extends Resource implements IArtifactStore {
  abstract readonly bucket: s3.IBucket;
  abstract readonly key: kms.IKey;
  abstract readonly environment: string;
  readonly #served = new Set<string>();

  serve({ bucketPolicy = [], keyPolicy = [], lifecycleRules = [], renderer }: StoreDemands): void {
    this.#addToPolicy(this.bucket, bucketPolicy, renderer);
    this.#addToPolicy(this.key, keyPolicy, renderer);
    this.addLifecycleRules(lifecycleRules, renderer);
  }

  protected abstract addLifecycleRules(rules: readonly LifecycleRule[], renderer: PolicyRenderer): void;

  #addToPolicy(resource: s3.IBucket | kms.IKey, given: readonly PolicyStatement[], renderer: PolicyRenderer): void {
    const news = given
      .filter((statement) => this.#canName(statement.principals ?? [], renderer))
      .map((statement) => ({ statement, rendered: renderer.statement(statement) }))
      .filter(({ rendered }) => this.#isNew(resource, rendered));
    const refused = news.filter(({ rendered }) => !added(resource, rendered));
    const grants = refused.filter(({ statement }) => lacksGrant(statement)).map(({ rendered }) => rendered);
    const isKey = 'keyArn' in resource;
    const policy = isKey
      ? `The policy of the key ${resource.keyArn}`
      : `The policy of the bucket ${resource.bucketName}`;
    tellOwner(this, { policy, id: isKey ? 'key-policy-of-others' : 'bucket-policy-of-others', statements: grants });
  }

  /**
   * A role of another stack would need the store's stack, and the store's stack the role: CloudFormation takes no
   * circles. Such roles have what they need by their own policies, because the key leaves its account to IAM.
   */
  #canName(principals: readonly PolicyPrincipal[], { binder }: PolicyRenderer): boolean {
    return Stack.of(binder.scope) === Stack.of(this) || principals.every(({ kind }) => kind !== 'role');
  }

  /** The same statement for two pipelines is one; it may be called differently. */
  #isNew(resource: s3.IBucket | kms.IKey, statement: iam.PolicyStatement): boolean {
    const { Sid: _, ...content } = statement.toStatementJson();
    const written = `${resource.node.path} ${JSON.stringify(Stack.of(this).resolve(content))}`;
    if (this.#served.has(written)) return false;
    this.#served.add(written);
    return true;
  }
}

function added(resource: s3.IBucket | kms.IKey, statement: iam.PolicyStatement): boolean {
  return 'keyArn' in resource
    ? resource.addToResourcePolicy(statement, true).statementAdded
    : resource.addToResourcePolicy(statement).statementAdded;
}

/** Whether someone cannot do what he should, where the statement is missing: principals of the own account can. */
function lacksGrant({ effect, principals = [] }: PolicyStatement): boolean {
  return (
    effect === 'Allow' &&
    principals.some((each) => each.kind === 'account' && deployValueNameOf(each.account) !== 'account')
  );
}
