import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeSide } from '../describe-graph.js';
import type { GraphContext, GraphDependency } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { BranchMembership, GraphNode } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'depends-on-branch-step': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R37'],
    message: (p: { name: string; target: string; condition: string; outcome: string }) =>
      `"${p.name}" is skipped whenever the condition "${p.condition}" is ${p.outcome}: it waits for "${p.target}" in its branch`,
    help: (p) =>
      `put "${p.name}" into the same branch, which says so plainly, or make it wait for a step that always runs`,
    explanation:
      'A step outside the branches of a condition waits for a step inside one. SageMaker accepts this: the step then runs only when that branch is taken, and is skipped without a word otherwise. There is no way to join two branches again (issue 3565 of the SageMaker Python SDK).',
  },
  'depends-on-both-branches': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R37'],
    message: (p: { name: string; condition: string; target: string; otherTarget: string }) =>
      `"${p.name}" can never run: it waits for "${p.otherTarget}" and for "${p.target}", which stand in opposite branches of "${p.condition}"`,
    help: (p) => `make "${p.name}" wait for steps of one branch only, or give each branch a step of its own`,
    explanation:
      'A step runs when all that it waits for has succeeded. Of the two branches of a condition only one runs, so that a step which waits for both is always skipped. SageMaker Pipelines cannot join branches again.',
  },
});

/** A step outside a condition's branches that waits for one of their steps shares its fate; for both sides it never runs. */
export const stepsOutsideBranchesCanRun: GraphRule = {
  rules: ['R37'],
  diagnostics,
  check: function* (context) {
    for (const needs of collectNeeds(context).values()) {
      for (const need of needs.values()) yield describeNeed(need);
    }
  },
};

/** That a step waits for a branch from outside: by its first reference, and by the first one into the other side. */
interface Need {
  readonly branch: BranchMembership;
  readonly dependency: GraphDependency;
  opposite?: GraphDependency;
}

function collectNeeds(context: GraphContext): ReadonlyMap<GraphNode, ReadonlyMap<string, Need>> {
  const all = new Map<GraphNode, Map<string, Need>>();
  for (const dependency of context.dependencies()) {
    for (const branch of foreignBranches(context, dependency)) {
      const needs = all.get(dependency.from) ?? new Map<string, Need>();
      all.set(dependency.from, needs);
      const known = needs.get(branch.condition);
      if (known === undefined) needs.set(branch.condition, { branch, dependency });
      else if (known.branch.side !== branch.side) known.opposite ??= dependency;
    }
  }
  return all;
}

/** The branches around the step that is waited for and not around the one that waits. */
function foreignBranches(context: GraphContext, { from, to }: GraphDependency): readonly BranchMembership[] {
  const own = new Set(context.branchChain(from).map(({ condition }) => condition));
  return context.branchChain(to).filter(({ condition }) => !own.has(condition));
}

function describeNeed({ branch, dependency, opposite }: Need) {
  const { condition, side, path } = branch;
  const [name, target] = [dependency.from.name, dependency.to.name];
  if (opposite !== undefined) {
    const related = [{ message: `the reference to "${target}"`, path: dependency.reference.path }];
    const parameters = { name, condition, target: opposite.to.name, otherTarget: target };
    return diagnostics['depends-on-both-branches'](parameters, { path: opposite.reference.path, related });
  }
  const outcome = side === 'if' ? 'false' : 'true';
  const related = [{ message: `"${target}" stands in ${describeSide(side)} of "${condition}"`, path }];
  return diagnostics['depends-on-branch-step'](
    { name, target, condition, outcome },
    { path: dependency.reference.path, related },
  );
}
