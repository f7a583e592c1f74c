import { bucketPolicyOf, jobRoleOf, keyPolicyOf, lifecycleRulesOf, pipelineRoleOf } from '@millrace/compiler';
import { artifactKey, type DeployValueName } from '@millrace/schema';
import { Annotations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { ArtifactStore } from '../artifact-store/artifact-store.js';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { frameworkImageValues } from '../deploy-values/framework-image-values.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { RoleFromModel } from '../render-policy/role-from-model.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';

/**
 * What stands around a pipeline, made in the order in which its parts need each other: the store, the role of the jobs,
 * the role that hands it on. Deploy values find each part once it is there.
 */
export class PipelinePlatform {
  readonly environment: string;
  readonly binder: DeployValueBinder;
  readonly artifacts: IArtifactStore;
  /** Undefined where no step runs with it. */
  readonly jobRole: iam.IRole | undefined;
  readonly pipelineRole: iam.IRole;
  readonly #made = new Map<string, string>();
  readonly #renderer: PolicyRenderer;

  constructor(
    private readonly scope: Construct,
    private readonly props: MlPipelineProps,
  ) {
    this.environment = props.environment ?? props.artifacts?.environment ?? 'dev';
    this.binder = this.#makeBinder();
    this.#renderer = new PolicyRenderer(this.binder);
    this.artifacts = props.artifacts ?? this.#makeStore();
    this.#made.set('bucket', this.artifacts.bucket.bucketName).set('kmsKeyArn', this.artifacts.key.keyArn);
    this.jobRole = this.#makeJobRole();
    if (this.jobRole !== undefined) this.#made.set('jobRoleArn', this.jobRole.roleArn);
    this.pipelineRole = this.#makePipelineRole();
    this.#made.set('pipelineRoleArn', this.pipelineRole.roleArn);
    this.#serveFromStore();
  }

  /** The prefix of the pipeline's code, without a slash at its end. */
  get codePrefix(): string {
    const owner = { environment: this.environment, pipeline: [this.#pipeline.pipelineName] };
    return artifactKey(owner, 'code')
      .map((part) => this.binder.text(part))
      .join('');
  }

  get #pipeline() {
    return this.props.source.pipeline;
  }

  #makeBinder(): DeployValueBinder {
    const { source, values = {} } = this.props;
    const { code, settings } = source.pipeline;
    const { projectName } = settings.platform;
    const uris = new Map(code.map(({ sha256, uri }) => [`code:${sha256}`, uri]));
    const images = frameworkImageValues(this.scope, source.images);
    const binder: DeployValueBinder = new DeployValueBinder(this.scope, (name) => {
      const uri = uris.get(name);
      return own(name) ?? (uri === undefined ? undefined : binder.text(uri)) ?? standard(name) ?? images(name);
    });
    const own = (name: DeployValueName) =>
      (Object.hasOwn(values, name) ? values[name] : undefined) ?? source.tokens.get(name) ?? this.#made.get(name);
    const standard = standardDeployValues(this.scope, {
      environment: this.environment,
      values,
      projectName: typeof projectName === 'string' ? projectName : undefined,
    });
    return binder;
  }

  #makeStore(): IArtifactStore {
    const { existingBucket, existingKeyArn, consumerAccounts } = this.#pipeline.settings.platform;
    const { environment } = this;
    if (existingBucket !== undefined) {
      const names = {
        bucketName: this.binder.text(existingBucket.name),
        keyArn: this.binder.text(existingBucket.keyArn),
      };
      return ArtifactStore.fromExisting(this.scope, 'Artifacts', { ...names, environment });
    }
    return new ArtifactStore(this.scope, 'Artifacts', {
      environment,
      consumers: consumerAccounts.map((account) => ({ account: this.binder.text(account) })),
      ...(existingKeyArn !== undefined && {
        key: kms.Key.fromKeyArn(this.scope, 'Key', this.binder.text(existingKeyArn)),
      }),
    });
  }

  #makeJobRole(): iam.IRole | undefined {
    const model = jobRoleOf(this.#pipeline);
    this.#warnOf(model.gaps);
    if (model.trust.length === 0) return undefined;
    return new RoleFromModel(this.scope, 'JobRole', { model, ...this.#roleOptions });
  }

  #makePipelineRole(): iam.IRole {
    const { existingPipelineRoleArn } = this.#pipeline.settings.platform;
    if (existingPipelineRoleArn !== undefined) {
      return iam.Role.fromRoleArn(this.scope, 'Role', this.binder.text(existingPipelineRoleArn), { mutable: false });
    }
    const model = pipelineRoleOf(this.#pipeline);
    this.#warnOf(model.gaps);
    return new RoleFromModel(this.scope, 'Role', { model, ...this.#roleOptions });
  }

  get #roleOptions() {
    const { permissionsBoundary } = this.props;
    return { renderer: this.#renderer, ...(permissionsBoundary && { permissionsBoundary }) };
  }

  #serveFromStore(): void {
    const pipeline = this.#pipeline;
    this.artifacts.serve({
      renderer: this.#renderer,
      bucketPolicy: bucketPolicyOf(pipeline),
      keyPolicy: keyPolicyOf(pipeline),
      lifecycleRules: lifecycleRulesOf(pipeline, this.environment),
    });
  }

  #warnOf(gaps: readonly string[]): void {
    for (const [index, gap] of gaps.entries())
      Annotations.of(this.scope).addWarningV2(`millrace:role-gap-${index}`, gap);
  }
}
