import type { PipelineLimits } from '@millrace/schema';

/** Quotas of the account. */
export interface QuotaOptions {
  /** Those that were raised (or lowered); AWS's defaults hold for the rest. */
  readonly limits?: Partial<PipelineLimits>;
}
