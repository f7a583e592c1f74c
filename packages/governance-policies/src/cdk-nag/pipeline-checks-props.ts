import type { GovernanceProfile, GovernanceSettings, ProjectConfig } from '@millrace/schema';
import type { Stack } from 'aws-cdk-lib';
import type { NagPackProps } from 'cdk-nag';
import type { Ledger } from '../ledger/exception.js';
import type { GovernanceRule } from '../rule/governance-rule.js';

/** Which rules the pack runs, and for whom. */
export interface PipelineChecksProps extends NagPackProps {
  /** The project: its settings of the rules, and the limits of its environments. Without one nothing is compared with limits. */
  readonly project?: ProjectConfig;
  /** The name of the environment of the project that stacks are for, or a function that says it of each stack. */
  readonly environment?: string | ((stack: Stack) => string | undefined);
  /** Default: those of the settings, else `baseline`. */
  readonly profiles?: readonly GovernanceProfile[];
  /** Every rule that there is. Default: those of Millrace. */
  readonly rules?: readonly GovernanceRule[];
  /** What holds of the rules here, over what the project says of them. */
  readonly settings?: GovernanceSettings;
  /** `governance/exceptions.yaml`, as it was read: what it excuses is not reported. */
  readonly exceptions?: Ledger;
  /** The day on which exceptions are judged, YYYY-MM-DD. Default: today. */
  readonly today?: string;
}
