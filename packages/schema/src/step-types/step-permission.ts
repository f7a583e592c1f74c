/** Actions that the role of a pipeline needs to run a step of a type, and on what. */
export interface StepPermission {
  /** Names the statement, in letters and digits; steps whose permission has the same name share one. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly on: readonly StepResource[];
  /** Completes "The pipeline …". */
  readonly why: string;
  /** Only steps that give these members need it, several with spaces between them: `ClusterId`. */
  readonly when?: string;
  readonly condition?: PermissionCondition;
}

/** A condition on a permission. */
export type PermissionCondition =
  /** The request says one of the values; true and false are texts (`Bool`). */
  | { readonly key: string; readonly values: readonly string[]; readonly operator?: 'Bool' }
  /** The request says what the step does. */
  | StatedCondition;

/** A condition whose values the steps state themselves. */
export interface StatedCondition {
  readonly key: string;
  /** The argument that has the value. */
  readonly statedBy: string;
  /** What is allowed where nobody states a value before an execution. */
  readonly otherwise: readonly string[];
  /** A value that only its plain statement allows: as a literal, or as the default of a parameter. */
  readonly guarded: string;
}

/** What actions apply to. Members are arguments of the step, or stand beside them; `A.B` looks into all entries of lists. */
export type StepResource =
  /** Made by SageMaker Pipelines, which chooses the name. */
  | MadeResource
  /** Named by members of the step; what lies `below` it where that is given. */
  | { readonly kind: 'named'; readonly type: string; readonly member: string; readonly below?: '/*' }
  /** Members that are ARNs. */
  | { readonly kind: 'arn'; readonly members: readonly string[] }
  /** A key of KMS, by ARN or id. */
  | { readonly kind: 'key'; readonly member: string }
  /** A queue of SQS by its URL. */
  | { readonly kind: 'queue'; readonly member: string }
  /** Always the same, behind `arn:<partition>:<service>:<region>:<account>:`; a `*` in it needs its reason. */
  | { readonly kind: 'fixed'; readonly service: string; readonly resource: string; readonly reason?: string }
  /** Of another service, named by a member: its id, behind what stands before it in the ARN; what lies `below` it where that is given. */
  | {
      readonly kind: 'identified';
      readonly service: string;
      readonly before: string;
      readonly member: string;
      readonly below?: string;
    }
  /** The action knows no resources (AWS's Service Authorization Reference). */
  | { readonly kind: 'unscoped'; readonly action: string };

/** Something that an execution makes. */
export interface MadeResource {
  readonly kind: 'made';
  /** The type of the resource, as in its ARN: `processing-job`. */
  readonly type: string;
  /** The argument that its name begins with where it is given (`use_custom_job_prefix`, SageMaker SDK pull request 3946). */
  readonly nameMember: string;
  /** What names begin with otherwise: `pipelines-`, or nothing where names are too short for that. */
  readonly otherwise: 'pipelines-' | '';
}

/** A role that a step names, and who may get it from the pipeline (`iam:PassRole`). */
export interface PassedRole {
  /** The members that name the role, by ARN or by name. */
  readonly members: readonly string[];
  /** `iam:PassedToService` */
  readonly service: string;
  /**
   * Where it is the role that jobs run with: the resources in whose name the service assumes it, behind
   * `arn:<partition>:`, with `<region>:<account>` after the service: `sagemaker:training-job/*`.
   */
  readonly assumedFor?: readonly string[];
  /** Where the containers of a job log: `/aws/sagemaker/TrainingJobs`; their metrics have a namespace of the same name. */
  readonly logGroup?: string;
}

/** Actions on what a step makes, and the tags that it is made with. */
interface MadeActions {
  /** Plural, in letters: `ProcessingJobs`. */
  readonly name: string;
  readonly made: StepResource;
  /** The action that makes it, without its service. */
  readonly create: string;
  /** Further actions on it, without their service. */
  readonly others: readonly string[];
}

/**
 * To make something of SageMaker, to follow it, and to tag it while it is made: `sagemaker:TaggingAction` keeps the role
 * from changing the tags of what is there.
 */
export function permissionsToMake({ name, made, create, others }: MadeActions): readonly StepPermission[] {
  return [
    {
      sid: `Run${name}`,
      actions: [create, ...others].map(sageMaker),
      on: [made],
      why: `makes and follows what its steps run (${create})`,
    },
    permissionToTag(name, create, [made]),
  ];
}

/** To tag something of SageMaker while it is made. */
export function permissionToTag(name: string, create: string, on: readonly StepResource[]): StepPermission {
  return {
    sid: `Tag${name}`,
    actions: ['sagemaker:AddTags'],
    on,
    why: `tags what it makes (${create}), and nothing that is there already`,
    condition: { key: 'sagemaker:TaggingAction', values: [create] },
  };
}

/** Jobs of SageMaker: to start, describe, stop and tag them. */
export function permissionsOfJob(job: string, made: StepResource): readonly StepPermission[] {
  return permissionsToMake({
    name: `${job}s`,
    made,
    create: `Create${job}`,
    others: [`Describe${job}`, `Stop${job}`],
  });
}

/**
 * A resource that SageMaker Pipelines names `pipelines-<execution id>-<step>-<suffix>` (aws/amazon-sagemaker-examples
 * issue 3106).
 */
export function madeByPipelines(type: string, nameMember: string): MadeResource {
  return { kind: 'made', type, nameMember, otherwise: 'pipelines-' };
}

/** Jobs whose names have 32 characters at most, which leaves no room for `pipelines-`. */
export function madeWithShortName(type: string, nameMember: string): MadeResource {
  return { kind: 'made', type, nameMember, otherwise: '' };
}

function sageMaker(action: string): string {
  return `sagemaker:${action}`;
}
