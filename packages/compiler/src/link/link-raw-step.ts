import {
  type BranchMembership,
  isStepType,
  linkSteps,
  type Path,
  type PipelineGraph,
  type RawStep,
  stepsOf,
  stepTypeDeclarations,
} from '@millrace/schema';

/** The part of the graph that a step in SageMaker's words is: itself, and the steps inside it where it is a condition. */
export function linkRawStep(
  { raw }: RawStep,
  path: Path,
  branch: BranchMembership | undefined,
): Pick<PipelineGraph, 'nodes' | 'references'> {
  const { nodes, references } = linkSteps(stepsOf(raw, [...path, RAW]));
  const outputs = isStepType(raw.Type) ? Object.entries(stepTypeDeclarations[raw.Type].fixedOutputs) : [];
  const completed = nodes.map((node, index) =>
    index > 0
      ? node
      : { ...node, outputs: new Map([...node.outputs, ...outputs]), ...(branch === undefined ? {} : { branch }) },
  );
  return { nodes: completed, references };
}

const RAW = 'raw';

/** True for places inside a step in SageMaker's words. */
export function isInRawStep([, , , key]: Path): boolean {
  return key === RAW;
}
