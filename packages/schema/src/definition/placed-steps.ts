import type { Path } from '../diagnostics/diagnostic.js';
import type { BranchMembership, BranchSide } from '../graph/pipeline-graph.js';
import { isJsonList, type Json } from '../source/json.js';
import { stepTypeFacts } from '../step-types/step-type-registry.js';
import type { DefinitionStep, PipelineDefinition } from './pipeline-definition.js';

/** A step of a definition and where it stands. */
export interface PlacedStep {
  readonly step: DefinitionStep;
  readonly path: Path;
  /** Absent at the top level. */
  readonly branch?: BranchMembership;
}

/** The members of a condition's arguments that hold steps. */
export const BRANCH_MEMBERS: readonly { readonly member: string; readonly side: BranchSide }[] = [
  { member: 'IfSteps', side: 'if' },
  { member: 'ElseSteps', side: 'else' },
];

/** All steps of a definition in the order of the document, a condition before the steps of its branches. */
export function placedSteps({ Steps }: PipelineDefinition): readonly PlacedStep[] {
  return Steps.flatMap((step, index) => stepsOf(step, ['Steps', index]));
}

/** A step at a place and, where it is a condition, all steps of its branches. */
export function stepsOf(step: DefinitionStep, path: Path): readonly PlacedStep[] {
  const found: PlacedStep[] = [];

  function collect(placed: PlacedStep): void {
    found.push(placed);
    const { step, path } = placed;
    if (stepTypeFacts(step.Type)?.execution !== 'branch') return;
    for (const { member, side } of BRANCH_MEMBERS) {
      stepsIn(step.Arguments[member]).forEach((child, index) => {
        const childPath = [...path, 'Arguments', member, index];
        collect({ step: child, path: childPath, branch: { condition: step.Name, side, path: childPath } });
      });
    }
  }

  collect({ step, path });
  return found;
}

function stepsIn(branch: Json | undefined): readonly DefinitionStep[] {
  // checkStructure has read the steps of branches like those of the top level; Json cannot say so.
  return isJsonList(branch) ? (branch as unknown as readonly DefinitionStep[]) : [];
}
