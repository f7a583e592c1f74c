import type { ExecutionEventBody, PlainJsonObject } from '@millrace/schema';
import type { ModelRegistry } from './model-registry.js';

/** How one type of step writes its entry. */
export type RecordKeeper = (request: RecordRequest) => RecordResult;

/** An entry to write. */
export interface RecordRequest {
  readonly step: string;
  /** A name that is unique in the account, for entries whose name the service makes up. */
  readonly name: string;
  /** Prefix of ARNs: `arn:aws:sagemaker:us-east-1:000000000000`. */
  readonly arnPrefix: string;
  readonly arguments: PlainJsonObject;
  readonly registry: ModelRegistry;
  readonly executionArn: string;
  /** ISO 8601. */
  readonly now: string;
}

/** The entry as its `Describe*` operation shows it, and an event that tells of it. */
export type RecordResult = KeptRecord | { readonly problem: string };

/** An entry that was written. */
export interface KeptRecord {
  readonly describe: PlainJsonObject;
  readonly event?: ExecutionEventBody;
  /** Set where the service alone knows some members: they are unknown, not absent. */
  readonly partial?: true;
}
