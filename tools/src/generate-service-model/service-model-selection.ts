/** What the generator takes from the published model, and where SageMaker Pipelines differs from it. */
export interface ServiceModelSelection {
  readonly stepTypes: readonly SelectedStepType[];
  /** Lists of responses in which `['name']` finds an item: list shape → the member that is compared. */
  readonly keyedLists: Readonly<Record<string, string>>;
  /** Enums in which an unknown value is an error instead of a warning: enum shape → why. */
  readonly closedEnums: Readonly<Record<string, string>>;
  /** Patterns that JavaScript cannot compile as published. */
  readonly patternRepairs: readonly PatternRepair[];
}

/** One step type whose `Arguments` mirror a request. */
export interface SelectedStepType {
  readonly stepType: string;
  /** Operation whose input `Arguments` mirror. */
  readonly request: string;
  /** Operations whose output `Steps.X.<path>` walks. */
  readonly describe: readonly string[];
  readonly changes: readonly MemberChange[];
}

/**
 * - `refuse`: the member exists in the request, and SageMaker Pipelines rejects a definition that has it;
 * - `release`: required by the request, optional in a definition;
 * - `expect`: required by the request; a definition without it has been accepted, so its absence is a warning.
 */
export interface MemberChange {
  /** `Member`, `Outer.Member` or `List[].Member`. */
  readonly member: string;
  readonly change: 'refuse' | 'release' | 'expect';
  /** Shown to authors for `refuse` and `expect`. */
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
