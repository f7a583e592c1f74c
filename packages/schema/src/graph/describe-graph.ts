import type { GraphDependency } from './graph-context.js';
import type { BranchMembership, BranchSide } from './pipeline-graph.js';

/** `the if-branch`, in words that fit `ifSteps` of a spec and `IfSteps` of a definition. */
export function describeSide(side: BranchSide): string {
  return side === 'if' ? 'the if-branch' : 'the else-branch';
}

/** `in the if-branch of "Check"`, or `at the top level`. */
export function describeBranch(branch: BranchMembership | undefined): string {
  return branch === undefined ? 'at the top level' : `in ${describeSide(branch.side)} of "${branch.condition}"`;
}

/** Why `from` waits for `to`, as a sentence: `"B" waits for "Prep" (dependsOn)`. */
export function describeEdge({ from, to, reference }: GraphDependency): string {
  return `"${from.name}" waits for "${to.name}" (${REASONS[reference.reason]})`;
}

const REASONS = {
  dependsOn: 'dependsOn',
  value: 'it reads a value of it',
  condition: 'its condition reads a value of it',
  branch: 'it stands in its branch',
} as const;
