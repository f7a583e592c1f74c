import type { Finding, Policy, SuppressedFinding } from '@millrace/governance-policies';
import type { Diagnostic } from '@millrace/schema';
import type { ProjectGovernance } from './project-governance.js';

/** What was found in one document. */
export interface CheckedTarget {
  /** The name shown to people, which places name too. */
  readonly file: string;
  /** What it is: `spec with 6 steps`. */
  readonly what: string;
  /** What holds for it. */
  readonly governance: ProjectGovernance;
  /** The rules that it was held against: none where it cannot be worked with. */
  readonly policy: Policy;
  readonly findings: readonly Finding[];
  /** What is wrong with it apart from the rules. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the constructs of a template. */
  readonly constructs?: readonly string[];
  /** What a spec suppresses for rules of cdk-nag. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** Texts that places lead into. */
  readonly texts: ReadonlyMap<string, string>;
}
