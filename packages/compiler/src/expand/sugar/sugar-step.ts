import type { Diagnostic, Path, SourceEntry, SourceMap } from '@millrace/schema';
import type { PlannedPlace } from '../make-node.js';

/** A step of a type that only authors know; its form is right. */
export interface SugarStep {
  readonly name: string;
  readonly node: SourceMap;
  readonly written: Path;
  /** The author's entries, each with the path at which it was written: those of the step, and those of the body. */
  readonly settings: ReadonlyMap<string, SourceEntry>;
  readonly fields: ReadonlyMap<string, SourceEntry>;
  /** What new nodes stand for: the body. */
  readonly place: PlannedPlace;
  /** Keys that the pipeline gives as defaults; they win over the defaults of the type. */
  readonly defaults: readonly string[];
}

/** The steps of SageMaker's types that a step stands for, in the order in which they run. */
export interface WrittenOut {
  readonly steps: readonly SourceMap[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes out the steps of one type. */
export type SugarWriter = (step: SugarStep) => WrittenOut;
