import {
  fingerprint,
  groupPolicy,
  keyReaderStatements,
  modelReaderStatements,
  repositoryPolicy,
} from '@millrace/compiler';
import { RemovalPolicy, Resource, Stack } from 'aws-cdk-lib';
import type * as ecr from 'aws-cdk-lib/aws-ecr';
import { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import { refuse } from '../refuse/refuse.js';
import { wrongAccounts } from '../refuse/wrong-accounts.js';
import { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { tellOwner } from '../tell-owner/tell-owner.js';
import { ImportedModelRegistry } from './imported-model-registry.js';
import { consumerAccounts, type ModelConsumer } from './model-consumer.js';
import type { IModelRegistry } from './registry-contract.js';
import { wrongGroupName } from './wrong-group-name.js';

/** Settings of {@link ModelRegistry}. */
export interface ModelRegistryProps {
  /** 1 to 63 letters, digits and `-`, beginning and ending with no `-`; a change replaces the group. */
  readonly modelPackageGroupName: string;
  /** Where the artifacts of its models lie. */
  readonly artifacts: IArtifactStore;
  /**
   * Accounts that run models of the group: they read packages, and the artifacts and images behind them.
   * @default - none
   */
  readonly consumers?: readonly ModelConsumer[];
  /**
   * Other accounts in which people approve or reject models, with roles named `millrace-model-approver-…`.
   * @default - none: people approve in the account of the registry
   */
  readonly approvers?: readonly ModelConsumer[];
  /**
   * Repositories of the images that serve the models; consumers pull from them.
   * @default - none: images are AWS's, or everybody's
   */
  readonly repositories?: readonly ecr.IRepository[];
  /** @default - none */
  readonly description?: string;
}

/**
 * A model package group with a policy that lets other accounts run its models and nothing else. Reading a model takes
 * four grants — package, object, key and image — and here they are made together, for the same roles.
 *
 * A consumer sees packages of every approval status: SageMaker has no condition for it. It refuses to make a model of a
 * package that is not approved.
 * @throws Error where a setting is wrong
 */
export class ModelRegistry extends Resource implements IModelRegistry {
  /** A group that was there before, by its name, or by its ARN where it is another account's. */
  static fromName(scope: Construct, id: string, nameOrArn: string): IModelRegistry {
    return new ImportedModelRegistry(scope, id, nameOrArn);
  }

  readonly modelPackageGroupName: string;
  readonly modelPackageGroupArn: string;
  readonly #artifacts: IArtifactStore;
  readonly #consumers: readonly string[];
  readonly #renderer: PolicyRenderer;

  constructor(scope: Construct, id: string, props: ModelRegistryProps) {
    super(scope, id);
    const { consumers = [], approvers = [] } = props;
    refuse(this, [
      ...wrongGroupName(props.modelPackageGroupName),
      ...wrongAccounts(
        'consumers',
        consumers.map(({ account }) => account),
      ),
      ...wrongAccounts(
        'approvers',
        approvers.map(({ account }) => account),
      ),
    ]);
    const own = Stack.of(this).account;
    this.#artifacts = props.artifacts;
    this.#consumers = consumerAccounts(consumers, own);
    this.#renderer = new PolicyRenderer(new DeployValueBinder(this, this.#values()));
    this.modelPackageGroupName = props.modelPackageGroupName;
    this.modelPackageGroupArn = this.#makeGroup(props, consumerAccounts(approvers, own)).attrModelPackageGroupArn;
    for (const repository of props.repositories ?? []) this.#share(repository);
  }

  admitModels(prefixes: readonly string[]): void {
    const consumers = this.#consumers;
    const { bucket } = this.#artifacts;
    // Of what they resolve to, because tokens are numbered differently in every synthesis.
    const id = fingerprint(Stack.of(this).resolve([prefixes, consumers]));
    this.#artifacts.serve({
      renderer: this.#renderer,
      bucketPolicy: modelReaderStatements({ bucket: bucket.bucketName, prefixes, consumers, id }),
      keyPolicy: keyReaderStatements(consumers, id),
    });
  }

  #values() {
    const { environment } = this.#artifacts;
    return standardDeployValues(this, { environment, projectName: '', values: {} });
  }

  #makeGroup({ description }: ModelRegistryProps, approvers: readonly string[]): CfnModelPackageGroup {
    const name = this.modelPackageGroupName;
    const policy = groupPolicy({ name, consumers: this.#consumers, approvers });
    const group = new CfnModelPackageGroup(this, 'Group', {
      modelPackageGroupName: name,
      ...(description !== undefined && { modelPackageGroupDescription: description }),
      ...(policy.length > 0 && { modelPackageGroupPolicy: this.#renderer.document(policy) }),
    });
    // SageMaker deletes no group that holds packages, and nobody wants to lose them by a change of a stack.
    group.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return group;
  }

  #share(repository: ecr.IRepository): void {
    const statements = repositoryPolicy(this.#consumers).map((each) => this.#renderer.statement(each));
    const refused = statements.filter((each) => !repository.addToResourcePolicy(each).statementAdded);
    const policy = `The policy of the repository ${repository.repositoryName}`;
    tellOwner(this, { policy, id: `repository-policy-of-others:${repository.node.id}`, statements: refused });
  }
}
