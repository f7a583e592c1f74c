import type { SourceDocument, SourceRange } from '@millrace/schema';
import type { ExceptionTarget } from './exception-target.js';

/** A finding that a project lives with: what is not mended there, why, who answers for it, and until when. */
export interface Exception {
  /** `MR-NET-003`; of packs of cdk-nag with the finding, as `AwsSolutions-IAM5[Resource::*]`, without the name of the pack. */
  readonly rule: string;
  /** Whether the rule is one of a pack of cdk-nag, which only the CDK runs. */
  readonly ofCdkNag: boolean;
  /** As it was written. */
  readonly path: string;
  readonly target: ExceptionTarget;
  readonly reason: string;
  /** A person or a team. */
  readonly owner: string;
  /** The last day on which it holds: YYYY-MM-DD. */
  readonly expires: string;
  /** Where it holds, by the names of the project config; undefined: everywhere. */
  readonly environments: readonly string[] | undefined;
  /** Its position in the ledger, from 0. */
  readonly index: number;
  /** Where it stands. */
  readonly range: SourceRange;
}

/** The exceptions of a project, `governance/exceptions.yaml`. */
export interface Ledger {
  readonly exceptions: readonly Exception[];
  /** Where they stand; undefined where there is no file. */
  readonly document: SourceDocument | undefined;
}

/** The ledger of a project that has none. */
export const EMPTY_LEDGER: Ledger = { exceptions: [], document: undefined };
