import { ssmParametersOf } from '@millrace/compiler';
import { type Json, toPlainJson } from '@millrace/schema';
import { Annotations, Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import { CodeRetirement } from '../code-retirement/code-retirement.js';
import { PipelineAlarms } from '../pipeline-alarms/pipeline-alarms.js';
import { type PipelineMetricName, pipelineMetric } from '../pipeline-alarms/pipeline-metrics.js';
import { PipelineContent } from '../pipeline-content/pipeline-content.js';
import { ApprovalTrigger } from '../pipeline-starts/approval-trigger.js';
import { DataTrigger } from '../pipeline-starts/data-trigger.js';
import { PipelineSchedule } from '../pipeline-starts/pipeline-schedule.js';
import { acknowledgeFindings } from './acknowledge-findings.js';
import type { MlPipelineProps } from './ml-pipeline-props.js';
import { makeModelPackageGroups } from './model-package-groups.js';
import { PipelinePlatform } from './pipeline-platform.js';
import { tagPlatform } from './tag-platform.js';

/**
 * A SageMaker pipeline and everything around it that it needs and nothing that it does not: roles with the statements of
 * its steps, store, model package group, scripts, what starts it, who is told when it fails. Computed from the definition
 * by the compiler, so it fits definitions of anybody.
 * @throws Error where a value is missing that only deployment knows
 */
export class MlPipeline extends Construct {
  readonly pipelineName: string;
  readonly pipelineArn: string;
  /** Starts the jobs. */
  readonly role: iam.IRole;
  /** The jobs run with it; undefined where no step does. */
  readonly jobRole: iam.IRole | undefined;
  readonly artifacts: IArtifactStore;
  /** Undefined where nobody is told. */
  readonly alarms: PipelineAlarms | undefined;

  readonly #platform: PipelinePlatform;
  readonly #props: MlPipelineProps;
  readonly #resource: CfnPipeline;

  constructor(scope: Construct, id: string, props: MlPipelineProps) {
    super(scope, id);
    this.#props = props;
    this.#platform = new PipelinePlatform(this, props);
    const { pipelineRole, jobRole, artifacts } = this.#platform;
    this.role = pipelineRole;
    this.jobRole = jobRole;
    this.artifacts = artifacts;
    this.pipelineName = this.#text(this.#pipeline.pipelineName);
    this.pipelineArn = Stack.of(this).formatArn({
      service: 'sagemaker',
      resource: 'pipeline',
      resourceName: this.pipelineName,
    });
    this.#resource = this.#makePipeline();
    makeModelPackageGroups(this, { platform: this.#platform, props });
    this.#makeStarts();
    this.alarms = props.alarms && new PipelineAlarms(this, 'Alarms', { pipeline: this, ...props.alarms });
    if (props.publishParameters ?? true) this.#publish();
    tagPlatform(this, this.#pipeline.settings, this.#platform.binder);
    acknowledgeFindings(this, { pipeline: this.#pipeline, binder: this.#platform.binder });
    this.#warn();
  }

  /** Lets someone start executions, watch and stop them. */
  grantStart(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['sagemaker:StartPipelineExecution'],
      resourceArns: [this.pipelineArn],
    });
  }

  /** Lets someone see the pipeline and its executions. */
  grantRead(grantee: iam.IGrantable): iam.Grant {
    const read = ['DescribePipeline', 'DescribePipelineDefinitionForExecution', 'DescribePipelineExecution'];
    const list = ['ListPipelineExecutions', 'ListPipelineExecutionSteps', 'ListPipelineParametersForExecution'];
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [...read, ...list].map((action) => `sagemaker:${action}`),
      resourceArns: [this.pipelineArn, `${this.pipelineArn}/execution/*`],
    });
  }

  /** A metric of the executions: counts as sums, durations in milliseconds as averages, of five minutes. */
  metric(metricName: PipelineMetricName, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric(this.pipelineName, metricName, options);
  }

  metricFailed(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('ExecutionFailed', options);
  }

  metricDuration(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('ExecutionDuration', options);
  }

  get #pipeline() {
    return this.#props.source.pipeline;
  }

  #text(symbolic: Json): string {
    return this.#platform.binder.text(symbolic);
  }

  #makePipeline(): CfnPipeline {
    const { artifacts, codePrefix, binder } = this.#platform;
    const { definition, code, settings } = this.#pipeline;
    const { PipelineDisplayName, PipelineDescription, ParallelismConfiguration } = settings.request;
    // A definition is JSON by construction; its type only cannot say so.
    const json = binder.json(definition as unknown as Json);
    const place = { bucket: artifacts.bucket, key: artifacts.key, prefix: codePrefix };
    const content = new PipelineContent(this, 'Content', { ...place, code, definition: json });
    const resource = new CfnPipeline(this, 'Resource', {
      pipelineName: this.pipelineName,
      roleArn: this.role.roleArn,
      pipelineDefinition: content.definition,
      ...(PipelineDisplayName !== undefined && { pipelineDisplayName: this.#text(PipelineDisplayName) }),
      ...(PipelineDescription !== undefined && { pipelineDescription: this.#text(PipelineDescription) }),
      ...(ParallelismConfiguration && { parallelismConfiguration: toPlainJson({ ...ParallelismConfiguration }) }),
    });
    resource.node.addDependency(content, this.role);
    if (content.hashes.length > 0) {
      const retirement = new CodeRetirement(this, 'CodeRetirement', { ...place, hashes: content.hashes });
      retirement.node.addDependency(resource);
    }
    return resource;
  }

  #makeStarts(): void {
    const { schedule, onApproval } = this.#pipeline.settings.triggers;
    const starts: Construct[] = [];
    if (schedule !== undefined) {
      const encryptionKey = this.artifacts.key;
      starts.push(new PipelineSchedule(this, 'Schedule', { pipeline: this, encryptionKey, ...schedule }));
    }
    if (onApproval !== undefined) {
      const modelPackageGroupName = this.#text(onApproval.modelPackageGroupName);
      starts.push(new ApprovalTrigger(this, 'ApprovalTrigger', { pipeline: this, modelPackageGroupName }));
    }
    if (this.#props.startOnData !== undefined) {
      starts.push(new DataTrigger(this, 'DataTrigger', { pipeline: this, ...this.#props.startOnData }));
    }
    for (const start of starts) start.node.addDependency(this.#resource);
  }

  #publish(): void {
    for (const { key, name, value, description } of ssmParametersOf(this.#pipeline)) {
      const published = { parameterName: this.#text(name), stringValue: this.#text(value), description };
      const parameter = new StringParameter(this, `Parameter-${key}`, published);
      parameter.node.addDependency(this.#resource);
    }
  }

  #warn(): void {
    for (const { code, message, help } of this.#props.source.warnings) {
      Annotations.of(this).addWarningV2(`millrace:${code}`, help === undefined ? message : `${message}; ${help}`);
    }
  }
}
