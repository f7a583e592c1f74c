import type { BranchSide } from '@millrace/schema';

/** What a drawing of a pipeline shows, before a format is chosen. Every format renders this and nothing else. */
export interface Diagram {
  /** The pipeline's name, or the name of its file. */
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  readonly parameters: readonly DiagramParameter[];
}

/** A step, or a name that something refers to although no step has it. */
export interface DiagramNode {
  /** Unique in the diagram and made of `A-Z a-z 0-9 _`, so that any format can use it as it is. */
  readonly id: string;
  readonly name: string;
  /** SageMaker's name of the step type; empty for a missing step. */
  readonly type: string;
  readonly shape: DiagramShape;
  /** The side of a condition on which the step runs; absent where it always runs. */
  readonly branch?: { readonly condition: string; readonly side: BranchSide };
}

/** `missing` marks a name without a step: the pipeline has an error, and the drawing shows where. */
export type DiagramShape = 'step' | 'condition' | 'missing';

/** An arrow in the direction of time: from what comes first to what comes after. */
export interface DiagramEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly kind: DiagramEdgeKind;
  /** Only of `branch` edges. */
  readonly side?: BranchSide;
  /** What is handed over: names of outputs, property files, properties. Empty for `order`. */
  readonly labels: readonly string[];
}

/** `data`: the second reads something of the first; `order`: `dependsOn` alone; `branch`: a condition and a step on one of its sides. */
export type DiagramEdgeKind = 'data' | 'order' | 'branch';

/** A parameter of the pipeline, for the formats that list them. */
export interface DiagramParameter {
  readonly name: string;
  readonly type: string;
  /** As text, in JSON's notation but for plain strings; absent for a parameter that must be given. */
  readonly defaultValue?: string;
  /** Names of the steps that read it. */
  readonly readBy: readonly string[];
}
