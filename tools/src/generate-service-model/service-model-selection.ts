import type { DemandedForm } from '@millrace/schema';
import type { AwsServiceName } from './aws-services.js';
import type { BotocoreShape } from './botocore-model.js';

/** What the generator takes from the published model, and where SageMaker Pipelines differs from it. */
export interface ServiceModelSelection {
  readonly stepTypes: readonly SelectedStepType[];
  /** Enums in which an unknown value is an error instead of a warning: enum shape → why. */
  readonly closedEnums: Readonly<Record<string, string>>;
  /** Patterns that JavaScript cannot compile as published. */
  readonly patternRepairs: readonly PatternRepair[];
}

/** One step type whose `Arguments` mirror a request. */
export interface SelectedStepType {
  readonly stepType: string;
  /** Operation whose input `Arguments` mirror; for a composed form its name, `Pipelines.EMR`. */
  readonly request: string;
  /** The service of the operations; SageMaker unless another is named. */
  readonly service?: AwsServiceName;
  /** Present where `Arguments` are no request but made of several: what stands in place of the operation's input. */
  readonly composed?: ComposedForm;
  /** Operations whose output `Steps.X.<path>` walks. */
  readonly describe: readonly string[];
  /** Members of those outputs that `Steps.X` stands for, where it is not the output itself: DescribeStep → `Step`. */
  readonly describedMember?: string;
  readonly changes: readonly MemberChange[];
}

/** A form that SageMaker Pipelines made of shapes of a service, in botocore's notation. */
export interface ComposedForm {
  /** The members of `Arguments`. */
  readonly arguments: BotocoreShape;
  /** Further shapes that no service publishes. */
  readonly shapes?: Readonly<Record<string, BotocoreShape>>;
  /** Where the form is from. */
  readonly source: string;
}

/** A deviation of SageMaker Pipelines from the request. */
export interface MemberChange {
  /** `Member`, `Outer.Member` or `List[].Member`. */
  readonly member: string;
  /**
   * - `refuse`: the member exists in the request, and SageMaker Pipelines rejects a definition that has it;
   * - `release`: required by the request, optional in a definition;
   * - `expect`: required by the request; a definition without it has been accepted, so its absence is a warning;
   * - `literal`: no expression may stand for it (rule R41);
   * - `parameter`: it has to be a reference to a parameter;
   * - `decimal`: it has to be written with a decimal point;
   * - `add`: the request has no such member, and SageMaker Pipelines takes it.
   */
  readonly change: 'refuse' | 'release' | 'expect' | 'add' | DemandedForm['form'];
  /** The shape of an added member. */
  readonly shape?: string;
  /** Shown to authors for `refuse`, `expect`, `literal`, `parameter` and `decimal`. */
  readonly reason: string;
  /** Where the fact comes from. */
  readonly source: string;
}

/** A replacement inside published patterns; every occurrence of `published` is replaced. */
export interface PatternRepair {
  readonly published: string;
  readonly javaScript: string;
  readonly reason: string;
}
