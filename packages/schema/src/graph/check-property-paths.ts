import { formatPropertyPath } from '../definition/reference.js';
import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { withArticle } from '../diagnostics/with-article.js';
import type { DescribePathProblem } from '../service-model/describe-path.js';
import type { DescribeTrees } from '../service-model/describe-trees.js';
import { describeStepPath } from '../step-types/describe-step-path.js';
import type { CheckedGraph } from './check-graph.js';
import type { GraphReference } from './pipeline-graph.js';

/** Messages about properties that a step does not have. */
export const propertyPathDiagnostics = defineDiagnostics('graph', {
  'unknown-property': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R30'],
    message: (p: { step: string; type: string; path: string; problem: DescribePathProblem }) => {
      if (p.problem.kind === 'not-a-scalar')
        return `"${p.step}${p.path}" is ${p.problem.given}, and a reference takes one value`;
      return `"${p.step}${p.path}" leads nowhere: ${withArticle(p.type)} step has no ${p.problem.given} there`;
    },
    help: ({ problem }) =>
      problem.suggestion === undefined ? `allowed: ${problem.allowed}` : `did you mean ${problem.suggestion}?`,
    explanation:
      "The properties of a step are the members of what SageMaker's Describe operation returns for its job: DescribeTrainingJob for a Training step, and so on. Objects are walked with .Member, lists with [0], maps and lists by name with ['key'], down to a single value. SageMaker refuses a reference to a property that does not exist.",
  },
});

/**
 * Rule R30: properties that are read exist in AWS's `Describe*` trees. Runs after the blocking stages,
 * because the trees (`loadDescribeTrees()`) are loaded only then.
 */
export function checkPropertyPaths(
  graph: CheckedGraph,
  { trees }: { readonly trees: DescribeTrees },
): readonly Diagnostic[] {
  const types = new Map(graph.nodes.map(({ name, type }) => [name, type]));
  return graph.references.flatMap((reference) => checkReference(reference, { trees, types }));
}

interface Trees {
  readonly trees: DescribeTrees;
  readonly types: ReadonlyMap<string, string>;
}

function checkReference({ to, path: place }: GraphReference, { trees, types }: Trees): readonly Diagnostic[] {
  if (to.kind !== 'property') return [];
  const type = types.get(to.step) ?? '';
  const described = describeStepPath(trees, { type, path: to.path });
  if (described === undefined || described.ok) return [];
  const parameters = { step: to.step, type, path: formatPropertyPath(to.path), problem: described.problem };
  return [propertyPathDiagnostics['unknown-property'](parameters, { path: place })];
}
