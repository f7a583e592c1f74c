import type { GraphNode, GraphReference, PipelineGraph } from '../../src/graph/pipeline-graph.js';

/** A graph as a spec gives it, in a few words. */
export interface GraphNotation {
  readonly steps: readonly StepNotation[];
}

interface StepNotation {
  readonly name: string;
  readonly type?: string;
  readonly outputs?: readonly string[];
  /** `Step.output` */
  readonly reads?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly ifSteps?: readonly string[];
  readonly elseSteps?: readonly string[];
}

/** The graph that linking a spec with these steps would give: conditions name their branches. */
export function graphOf({ steps }: GraphNotation): PipelineGraph {
  return {
    parameters: [],
    nodes: steps.map((step, index) => nodeOf(step, index, steps)),
    references: steps.flatMap(referencesOf),
    branchesByName: true,
  };
}

function nodeOf(
  { name, type = 'Processing', outputs = [] }: StepNotation,
  index: number,
  steps: readonly StepNotation[],
): GraphNode {
  const path = ['steps', index];
  const branch = steps.flatMap(claimsOf).find((claim) => claim.step === name)?.branch;
  return {
    name,
    type,
    path,
    namePath: [...path, 'name'],
    ...(branch === undefined ? {} : { branch }),
    outputs: new Map(outputs.map((output) => [output, [{ key: output }]])),
    keyedLists: new Map(),
    propertyFiles: [],
    ...(type === 'Condition' ? { conditions: [] } : {}),
  };
}

const SIDES = [
  { key: 'ifSteps', side: 'if' },
  { key: 'elseSteps', side: 'else' },
] as const;

function claimsOf(step: StepNotation, index: number) {
  return SIDES.flatMap(({ key, side }) =>
    (step[key] ?? []).map((name, at) => ({
      step: name,
      branch: { condition: step.name, side, path: ['steps', index, key, at] },
    })),
  );
}

function referencesOf(step: StepNotation, index: number): readonly GraphReference[] {
  const { name: from, dependsOn = [], reads = [] } = step;
  return [
    ...claimsOf(step, index).map(({ step: child, branch }) => ({
      from,
      to: { kind: 'branchStep', step: child, side: branch.side } as const,
      reason: 'branch' as const,
      path: branch.path,
    })),
    ...dependsOn.map((target, at) => ({
      from,
      to: { kind: 'step', step: target } as const,
      reason: 'dependsOn' as const,
      path: ['steps', index, 'dependsOn', at],
    })),
    ...reads.map((read, at) => {
      const [target = '', output = ''] = read.split('.');
      const to = { kind: 'output', step: target, output } as const;
      return { from, to, reason: 'value' as const, path: ['steps', index, 'reads', at] };
    }),
  ];
}
