import { type DefinitionStep, type PlainJson, stepTypeFacts } from '@millrace/schema';
import { findStepReferences } from './find-step-references.js';
import { readStep } from './read-step.js';
import type { BranchPlace, StepNode } from './step-node.js';

/**
 * All steps, those in branches included, in the order of the definition, with the edges between them:
 * DependsOn, references, and condition to branch (facts/sagemaker-pipelines, section 4.1).
 */
export function planSteps(steps: readonly PlainJson[]): ReadonlyMap<string, StepNode> {
  const listed: Listed[] = [];
  listSteps(
    steps.flatMap((step) => readStep(step) ?? []),
    undefined,
    listed,
  );
  const names = new Set(listed.map(({ step }) => step.Name));
  const nodes = new Map<string, StepNode>();
  for (const each of listed) {
    if (!nodes.has(each.step.Name)) nodes.set(each.step.Name, makeNode(each, names));
  }
  return nodes;
}

interface Listed {
  readonly step: DefinitionStep;
  readonly branch: BranchPlace | undefined;
}

function listSteps(steps: readonly DefinitionStep[], branch: BranchPlace | undefined, into: Listed[]): void {
  for (const step of steps) {
    into.push({ step, branch });
    listSteps(branchSteps(step, 'IfSteps'), { condition: step.Name, side: 'if' }, into);
    listSteps(branchSteps(step, 'ElseSteps'), { condition: step.Name, side: 'else' }, into);
  }
}

/** The steps of one side of a condition; none for other steps. */
export function branchSteps(step: DefinitionStep, side: 'IfSteps' | 'ElseSteps'): readonly DefinitionStep[] {
  if (stepTypeFacts(step.Type)?.execution !== 'branch') return [];
  // readStep has taken the arguments out of plain JSON.
  const steps = step.Arguments[side] as PlainJson | undefined;
  return Array.isArray(steps) ? steps.flatMap((each) => readStep(each) ?? []) : [];
}

function makeNode({ step, branch }: Listed, names: ReadonlySet<string>): StepNode {
  const kind = stepTypeFacts(step.Type)?.execution;
  const own = kind === 'branch' ? step.Arguments['Conditions'] : withoutEnvelope(step);
  const before = [
    ...(branch === undefined ? [] : [branch.condition]),
    ...(step.DependsOn ?? []),
    ...findStepReferences(own),
  ];
  const predecessors = [...new Set(before)].filter((name) => name !== step.Name && names.has(name));
  return { name: step.Name, type: step.Type, kind, step, predecessors, ...(branch === undefined ? {} : { branch }) };
}

// Members beside Arguments hold references too (check steps); names, retry and cache settings hold none.
function withoutEnvelope({ Name: _name, Type: _type, DependsOn: _dependsOn, ...rest }: DefinitionStep): unknown {
  return rest;
}
