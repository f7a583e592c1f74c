import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import type { PipelineAlarmOptions } from '../pipeline-alarms/pipeline-alarms.js';
import type { PipelineSource } from '../pipeline-source/pipeline-source.js';
import type { DataArrival } from '../pipeline-starts/data-trigger.js';

/** Settings of {@link MlPipeline}; what the pipeline itself is, its source says. */
export interface MlPipelineProps {
  /** The pipeline: `await PipelineSource.fromSpecFile('models/churn/pipeline.yaml')`. */
  readonly source: PipelineSource;
  /**
   * Name of the environment: the first segment of all keys in the bucket, and whose retention of the spec counts.
   * @default - that of `artifacts`; without it 'dev'
   */
  readonly environment?: string;
  /**
   * Where artifacts go.
   * @default - the bucket that the spec names, or a store of its own
   */
  readonly artifacts?: IArtifactStore;
  /**
   * Model package groups that are made elsewhere in the app, such as by a `ModelRegistry`; those that the pipeline
   * registers into and that are not among them are made with it.
   * @default - none
   */
  readonly modelPackageGroupsElsewhere?: readonly string[];
  /**
   * Values by the name of their deploy value: `{ org: 'acme', 'context:team': 'blue', 'ssm:/net/subnet': subnetId }`.
   * They may be tokens, and win over what follows from the stack, CDK context and the Systems Manager.
   * @default - none
   */
  readonly values?: Readonly<Record<string, string>>;
  /**
   * Whether parameters of the Systems Manager tell other stacks of the pipeline, by the names of MDAA:
   * `/{org}/{domain}/{module_name}/sm-pipeline/{project}/pipeline-arn` and so on.
   * @default true
   */
  readonly publishParameters?: boolean;
  /**
   * New objects that start executions.
   * @default - none
   */
  readonly startOnData?: DataArrival;
  /**
   * Who is told of executions that failed, and of what else.
   * @default - nobody
   */
  readonly alarms?: PipelineAlarmOptions;
  /**
   * The most that the roles may ever do.
   * @default - their policies alone
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
}
