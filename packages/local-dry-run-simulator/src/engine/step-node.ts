import type { DefinitionStep, ExecutionKind } from '@millrace/schema';

/** A step of the definition as the engine sees it. */
export interface StepNode {
  readonly name: string;
  readonly type: string;
  /** Undefined for a type whose behaviour Millrace does not model. */
  readonly kind: ExecutionKind | undefined;
  readonly step: DefinitionStep;
  /** The condition that decides about it, and the side it stands on. */
  readonly branch?: BranchPlace;
  /** The steps before it: DependsOn, references, and the condition of its branch. In order of appearance. */
  readonly predecessors: readonly string[];
}

/** A place in a condition. */
export interface BranchPlace {
  readonly condition: string;
  readonly side: 'if' | 'else';
}
