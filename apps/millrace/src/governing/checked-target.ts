import type { Finding } from '@millrace/governance-policies';
import type { Diagnostic } from '@millrace/schema';

/** What was found in one document. */
export interface CheckedTarget {
  /** The name shown to people. */
  readonly file: string;
  /** What it is: `spec with 6 steps`. */
  readonly what: string;
  readonly findings: readonly Finding[];
  /** What is wrong with it apart from the rules. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that places lead into. */
  readonly texts: ReadonlyMap<string, string>;
}
