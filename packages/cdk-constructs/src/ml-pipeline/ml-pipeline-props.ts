import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import type { IModelRegistry } from '../model-registry/registry-contract.js';
import type { PipelineAlarmOptions } from '../pipeline-alarms/pipeline-alarms.js';
import type { PipelineSource } from '../pipeline-source/pipeline-source.js';
import type { StartTime } from '../scheduled-start/scheduled-start.js';

/** Settings of {@link MlPipeline}. */
export interface MlPipelineProps {
  /** What runs: `await PipelineSource.fromSpecFile('models/churn/pipeline.yaml')`. */
  readonly source: PipelineSource;
  /**
   * Lower-case letters, digits and `-`: the first segment of all keys, and whose retention of the spec counts.
   * @default - that of `artifacts`, or of `values`, or 'dev'
   */
  readonly environment?: string;
  /**
   * Where artifacts are kept; several pipelines may share a store.
   * @default - a store of its own, or the bucket and key that the spec says were there before
   */
  readonly artifacts?: IArtifactStore;
  /**
   * The group that the spec registers models in; its name is that of the spec.
   * @default - a registry of its own for each group that the spec and its steps name
   */
  readonly registry?: IModelRegistry;
  /**
   * The role of the pipeline. It must be allowed already what its steps need; nothing is added to it.
   * @default - a role that may do what the steps need and nothing else, or the one that the spec names
   */
  readonly role?: iam.IRole;
  /**
   * The role of the jobs. It must be allowed already what the jobs need; nothing is added to it.
   * @default - a role that may do what the jobs need and nothing else
   */
  readonly jobRole?: iam.IRole;
  /**
   * The most that the roles which are made here may ever do.
   * @default - no boundary
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
  /**
   * Deploy values by name, as `org`, `ssm:/net/subnet` or `context:team`; they may be tokens and win over what follows
   * from the stack.
   * @default - account, region and partition of the stack; parameters of the Systems Manager; CDK context
   */
  readonly values?: Readonly<Record<string, string>>;
  /**
   * When executions start by themselves. New data and approvals start them by `DataTrigger` and `ApprovalTrigger`.
   * @default - the schedule of the spec
   */
  readonly schedule?: StartTime;
  /**
   * Who is told of executions that fail.
   * @default - nobody
   */
  readonly alarms?: PipelineAlarmOptions;
}
