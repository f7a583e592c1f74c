import type { Diagnostic, Path, SourceMap, SourceNode } from '@millrace/schema';

/** A step as the author wrote it, or as an earlier expansion made it, with the place where the author wrote it. */
export interface WrittenStep {
  readonly node: SourceNode;
  readonly written: Path;
}

/** What an expansion reads besides the steps. */
export interface ExpansionInput {
  readonly pipeline: SourceMap;
  readonly steps: readonly WrittenStep[];
}

/** Names that stand for several steps, with the names of these steps: the groups that `forEach` makes. */
export type StepGroups = ReadonlyMap<string, readonly string[]>;

/** What an expansion makes of the steps; places of diagnostics are those in the document that was read. */
export interface ExpandedSteps {
  readonly steps: readonly WrittenStep[];
  readonly diagnostics: readonly Diagnostic[];
  readonly groups?: StepGroups;
}

/** One convenience of the spec that is rewritten before the spec is validated. */
export interface Expansion {
  /** Whether a spec uses the convenience at all; one that uses none is not touched. */
  readonly isUsed: (input: ExpansionInput) => boolean;
  readonly expand: (input: ExpansionInput) => ExpandedSteps;
}
