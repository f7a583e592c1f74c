/** Why a step certainly does not run. A closed set; every text is rendered from it. */
export type SkipReason =
  | { readonly code: 'branch-not-taken'; readonly condition: string; readonly outcome: boolean }
  | { readonly code: 'after-skipped'; readonly step: string }
  | { readonly code: 'upstream-failed'; readonly step: string }
  /** The execution failed or was stopped before the step could start. */
  | { readonly code: 'execution-ending'; readonly cause: 'failure' | 'stop' };

/** Why it is not known whether a step runs. */
export type UndecidedReason =
  | { readonly code: 'condition-undecided'; readonly condition: string }
  | { readonly code: 'after-undecided'; readonly step: string };
