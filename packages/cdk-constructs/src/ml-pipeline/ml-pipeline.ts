import { ssmParametersOf } from '@millrace/compiler';
import { SPEC_METADATA } from '@millrace/governance-policies';
import { artifactKey, type Json, placedSteps } from '@millrace/schema';
import { Annotations, Stack, Tags } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import { Construct, type IConstruct } from 'constructs';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import { CodeRetirement } from '../code-retirement/code-retirement.js';
import type { IModelRegistry } from '../model-registry/registry-contract.js';
import { PipelineAlarms } from '../pipeline-alarms/pipeline-alarms.js';
import { type PipelineMetricName, pipelineMetric } from '../pipeline-alarms/pipeline-metrics.js';
import { PipelineContent } from '../pipeline-content/pipeline-content.js';
import { ApprovalTrigger } from '../pipeline-starts/approval-trigger.js';
import { PipelineSchedule } from '../pipeline-starts/pipeline-schedule.js';
import { type StartedPipeline, startStatement } from '../pipeline-starts/started-pipeline.js';
import { refuse } from '../refuse/refuse.js';
import { SsmParameters } from '../ssm-parameters/ssm-parameters.js';
import { acknowledgeFindings } from './acknowledge-findings.js';
import { wrongPipelineProps } from './check-pipeline-props.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';
import { PipelineRegistries } from './pipeline-registries.js';
import { jobRole, pipelineRole } from './pipeline-roles.js';
import { storeOf, useStore } from './pipeline-store.js';
import { pipelineTags } from './pipeline-tags.js';
import { PipelineValues } from './pipeline-values.js';
import { warningText } from './warning-text.js';

/**
 * A SageMaker pipeline and what it needs: roles that may do what its steps do and nothing else, the store of its
 * artifacts, the groups that it registers models in, its scripts, and the parameters by which others find it.
 *
 * ```ts
 * const source = await PipelineSource.fromSpecFile('models/churn/pipeline.yaml');
 * new MlPipeline(stack, 'Churn', { source, environment: 'prod' });
 * ```
 * @throws Error where a setting is wrong, or a deploy value has no value
 */
export class MlPipeline extends Construct implements StartedPipeline {
  readonly pipelineName: string;
  readonly pipelineArn: string;
  readonly artifacts: IArtifactStore;
  /** The groups that models are registered in; that of the spec first. */
  readonly registries: readonly IModelRegistry[];
  readonly role: iam.IRole;
  /** Undefined where no step has a job that works with it. */
  readonly jobRole: iam.IRole | undefined;
  /** The names of all steps, those in branches included. */
  readonly stepNames: readonly string[];
  /** Where `alarms` are given. */
  readonly alarms: PipelineAlarms | undefined;

  readonly #props: MlPipelineProps;
  readonly #values: PipelineValues;

  constructor(scope: Construct, id: string, props: MlPipelineProps) {
    super(scope, id);
    refuse(this, wrongPipelineProps(props));
    this.#props = props;
    this.#values = new PipelineValues(this, props);
    this.pipelineName = this.#values.binder.text(props.source.pipeline.pipelineName);
    this.pipelineArn = this.#arn(this.pipelineName);
    this.stepNames = placedSteps(props.source.pipeline.definition).map(({ step }) => step.Name);
    this.artifacts = this.#makeStore();
    this.jobRole = this.#makeJobRole();
    this.role = this.#makeRole();
    useStore(this.artifacts, props, this.#values);
    this.registries = new PipelineRegistries(this, props, { values: this.#values, artifacts: this.artifacts }).all;
    this.#makePipeline();
    this.#makeStarts();
    this.alarms = props.alarms && new PipelineAlarms(this, 'Alarms', { ...props.alarms, pipeline: this });
    const parameters = ssmParametersOf(props.source.pipeline);
    new SsmParameters(this, 'Parameters', { parameters, binder: this.#values.binder });
    this.#describe();
  }

  /** What SageMaker counts of the executions of this pipeline. */
  metric(name: PipelineMetricName, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric(this.pipelineName, name, options);
  }

  /** Executions that failed: a sum of five minutes. */
  metricFailed(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('ExecutionFailed', options);
  }

  /** How long executions take: an average of five minutes, in milliseconds. */
  metricDuration(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('ExecutionDuration', options);
  }

  /** Lets someone start executions of this pipeline, and nothing else. */
  grantStart(grantee: iam.IGrantable): iam.Grant {
    const { actions, resources } = startStatement(this);
    return iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [...resources] });
  }

  /** Lets someone look at the pipeline and follow its executions. */
  grantRead(grantee: iam.IGrantable): iam.Grant {
    const { resources } = startStatement(this);
    const executions = resources.map((arn) => `${arn}/execution/*`);
    return iam.Grant.addToPrincipal({ grantee, actions: READ_ACTIONS, resourceArns: [...resources, ...executions] });
  }

  #arn(resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'sagemaker', resource: 'pipeline', resourceName });
  }

  #makeStore(): IArtifactStore {
    const store = storeOf(this, this.#props, this.#values);
    this.#values.give('bucket', store.bucket.bucketName);
    this.#values.give('kmsKeyArn', store.key.keyArn);
    return store;
  }

  #makeJobRole(): iam.IRole | undefined {
    const role = jobRole(this, this.#props, this.#values);
    if (role !== undefined) this.#values.give('jobRoleArn', role.roleArn);
    return role;
  }

  #makeRole(): iam.IRole {
    const role = pipelineRole(this, this.#props, this.#values);
    this.#values.give('pipelineRoleArn', role.roleArn);
    return role;
  }

  #makePipeline(): void {
    const { request } = this.#props.source.pipeline.settings;
    const { binder } = this.#values;
    const content = this.#deployContent();
    const { PipelineDisplayName: displayName, PipelineDescription: description } = request;
    const pipeline = new CfnPipeline(this, 'Pipeline', {
      pipelineName: this.pipelineName,
      pipelineDefinition: content.definition,
      roleArn: this.role.roleArn,
      ...(displayName !== undefined && { pipelineDisplayName: binder.text(displayName) }),
      ...(description !== undefined && { pipelineDescription: binder.text(description) }),
      ...(request.ParallelismConfiguration && { parallelismConfiguration: request.ParallelismConfiguration }),
    });
    const { file } = this.#props.source;
    if (file !== undefined) pipeline.addMetadata(SPEC_METADATA, file);
    // An execution may start at once: what it reads and what its roles may do is there before.
    pipeline.node.addDependency(content, ...this.#made());
    this.#retireCode(content, pipeline);
  }

  /** The roles that were made here, with their policies. */
  #made(): readonly IConstruct[] {
    return [this.role, this.jobRole].filter((role) => role !== undefined).filter((role) => role.node.scope === this);
  }

  #deployContent(): PipelineContent {
    const { definition, code } = this.#props.source.pipeline;
    const { binder } = this.#values;
    const { bucket, key } = this.artifacts;
    return new PipelineContent(this, 'Content', {
      bucket,
      key,
      prefix: this.#codePrefix(),
      code,
      // A definition is JSON; only its interface does not say so of all members.
      definition: binder.json(definition as unknown as Json),
    });
  }

  /** After the pipeline was updated, so that no deployed version names what is let go. */
  #retireCode({ hashes }: PipelineContent, pipeline: CfnPipeline): void {
    if (hashes.length === 0) return;
    const { bucket, key } = this.artifacts;
    const retirement = new CodeRetirement(this, 'Retirement', { bucket, key, prefix: this.#codePrefix(), hashes });
    retirement.node.addDependency(pipeline);
  }

  #codePrefix(): string {
    const owner = { environment: this.artifacts.environment, pipeline: [this.pipelineName] };
    return artifactKey(owner, 'code').join('');
  }

  #makeStarts(): void {
    const { schedule: ofSpec, onApproval } = this.#props.source.pipeline.settings.triggers;
    const schedule = this.#props.schedule ?? ofSpec;
    const encryptionKey = this.artifacts.key;
    if (schedule !== undefined) new PipelineSchedule(this, 'Schedule', { ...schedule, pipeline: this, encryptionKey });
    if (onApproval === undefined) return;
    const modelPackageGroupName = this.#values.binder.text(onApproval.modelPackageGroupName);
    new ApprovalTrigger(this, 'OnApproval', { pipeline: this, modelPackageGroupName });
  }

  #describe(): void {
    const { source } = this.#props;
    const { binder } = this.#values;
    for (const [key, value] of pipelineTags(source.pipeline)) Tags.of(this).add(key, binder.text(value));
    acknowledgeFindings(this, source.pipeline, binder);
    for (const warning of source.warnings)
      Annotations.of(this).addWarningV2(`millrace:${warning.code}`, warningText(warning));
  }
}

/** Service authorization reference of SageMaker: what Studio asks to show a pipeline and its executions. */
const READ_ACTIONS = [
  'sagemaker:DescribePipeline',
  'sagemaker:DescribePipelineDefinitionForExecution',
  'sagemaker:DescribePipelineExecution',
  'sagemaker:ListPipelineExecutionSteps',
  'sagemaker:ListPipelineExecutions',
  'sagemaker:ListPipelineParametersForExecution',
];
