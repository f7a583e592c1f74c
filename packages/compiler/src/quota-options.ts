import type { PipelineLimits } from '@millrace/schema';

/** What a project knows better than this version: quotas that were raised, members that are new. */
export interface QuotaOptions {
  /** Those that were raised (or lowered); AWS's defaults hold for the rest. */
  readonly limits?: Partial<PipelineLimits>;
  /** Members that AWS has added since this version was made: `Training.Arguments.NewMember`. */
  readonly allowUnknownMembers?: readonly string[];
}
