import type { ParameterType } from '../definition/pipeline-definition.js';
import type { PropertyPath } from '../definition/reference.js';
import type { Path } from '../diagnostics/diagnostic.js';
import type { Json } from '../source/json.js';
import type { StepOutput } from '../step-types/step-output.js';

/**
 * Steps and the references between them, of a spec or of a definition. Neutral: graph rules read
 * only this, so that each rule holds for both. Paths are places in the document it was linked from.
 */
export interface PipelineGraph {
  readonly parameters: readonly GraphParameter[];
  /** All steps, those in branches included, in the order of the document. */
  readonly nodes: readonly GraphNode[];
  readonly references: readonly GraphReference[];
  /** True for a spec, whose conditions name their branches; a definition nests the steps themselves. */
  readonly branchesByName: boolean;
  /** Names of a spec that stand for several steps, with the names of these steps. */
  readonly groups?: ReadonlyMap<string, readonly string[]>;
}

/** A declared pipeline parameter. */
export interface GraphParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly defaultValue?: Json;
  readonly enumValues?: readonly string[];
  readonly path: Path;
}

/** A step. */
export interface GraphNode {
  readonly name: string;
  /** SageMaker's name of the step type; may be one that Millrace does not know. */
  readonly type: string;
  /** The step's map in the document. */
  readonly path: Path;
  readonly namePath: Path;
  /** The branch that holds the step; absent at the top level. Of several claims the first. */
  readonly branch?: BranchMembership;
  /** Outputs that the step declares, by the author's name: `train`, `modelArtifacts`. */
  readonly outputs: ReadonlyMap<string, StepOutput>;
  /** Keys of lists that references address by name, by the path of the list: `.ProcessingOutputConfig.Outputs` has `train`. */
  readonly keyedLists: ReadonlyMap<string, readonly string[]>;
  readonly propertyFiles: readonly GraphPropertyFile[];
  /** The conditions of a branch step; absent on other steps. */
  readonly conditions?: readonly GraphCondition[];
}

/** Where a step stands in a condition. */
export interface BranchMembership {
  readonly condition: string;
  readonly side: BranchSide;
  /** In a spec the name in `ifSteps`; in a definition the step itself. */
  readonly path: Path;
}

/** The two sides of a condition. */
export type BranchSide = 'if' | 'else';

/** A property file that a step declares. */
export interface GraphPropertyFile {
  readonly name: string;
  readonly outputName: string;
  readonly filePath: string;
  readonly path: Path;
  /** The members that hold the two texts. */
  readonly places: { readonly outputName: Path; readonly filePath: Path };
}

/** A comparison or combination inside a condition, for the rules on operands. */
export interface GraphCondition {
  /** SageMaker's name: `Equals`, `LessThan`, `In`, `Not`, `Or`, …; as given when unknown. */
  readonly type: string;
  readonly path: Path;
  readonly operands: readonly GraphOperand[];
  readonly nested: readonly GraphCondition[];
}

/** An operand: literal, or an expression with its statically known type. */
export interface GraphOperand {
  readonly literal?: string | number | boolean;
  readonly parameter?: string;
  /** True for expressions that can only be text: joins, variables of the execution. */
  readonly isText?: true;
  readonly path: Path;
}

/** A use of one thing by a step. */
export interface GraphReference {
  /** The step that uses; undefined outside steps (experiment names). */
  readonly from: string | undefined;
  readonly to: ReferenceTarget;
  readonly reason: ReferenceReason;
  /** The place of the text that names the target. */
  readonly path: Path;
}

/** Why a reference exists; shown as the kind of an edge. */
export type ReferenceReason = 'dependsOn' | 'value' | 'condition' | 'branch';

/** What a reference names. */
export type ReferenceTarget =
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'step'; readonly step: string }
  /** An output by the author's name, as `stepOutput: Prep.train`. */
  | { readonly kind: 'output'; readonly step: string; readonly output: string }
  | { readonly kind: 'property'; readonly step: string; readonly path: PropertyPath }
  /** `filePath` is the place of the file's name, where the reference itself points at the step's. */
  | { readonly kind: 'propertyFile'; readonly step: string; readonly file: string; readonly filePath?: Path }
  | { readonly kind: 'branchStep'; readonly step: string; readonly side: BranchSide }
  | { readonly kind: 'execution'; readonly variable: string }
  | { readonly kind: 'experiment'; readonly member: string };
