import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeEdge } from '../describe-graph.js';
import { findCycles } from '../find-cycles.js';
import type { GraphDependency } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  cycle: {
    severity: 'error',
    kind: 'blocking',
    rules: ['R35'],
    message: (p: { names: readonly string[] }) => `steps wait for each other: ${shorten(p.names).join(' → ')}`,
    help: (p) => `remove one of the ${p.names.length - 1} links: none of these steps could ever start`,
    explanation:
      'A step starts when everything that it depends on, everything whose values it reads, and the condition around it have succeeded. Steps that wait for each other in a circle never start, and SageMaker refuses the pipeline.\n\nThe arrows point from a step to the one that runs after it. The message shows the shortest circle; each of its links is listed with its reason and its place.',
  },
});

/** The steps can be put in an order. */
export const stepsFormNoCycle: GraphRule = {
  rules: ['R35'],
  diagnostics,
  check: function* (context) {
    for (const cycle of findCycles(context.edges())) {
      for (const { reference } of cycle) context.settle(reference);
      yield describeCycle(startAtFirstMention(cycle, context.graph.references));
    }
  },
};

// A cycle has no beginning; that of the document makes the message the same however the search went.
function startAtFirstMention(
  cycle: readonly GraphDependency[],
  references: readonly unknown[],
): readonly GraphDependency[] {
  const places = cycle.map(({ reference }) => references.indexOf(reference));
  const first = places.indexOf(Math.min(...places));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

// A circle of hundreds of steps is told by its beginning.
const MOST_SHOWN = 12;

function shorten(names: readonly string[]): readonly string[] {
  const left = names.length - MOST_SHOWN;
  return left <= 0 ? names : [...names.slice(0, MOST_SHOWN - 1), `… ${left} more …`, ...names.slice(-1)];
}

// The dependencies run against the order of execution: "from" waits for "to". Arrows follow the execution.
function describeCycle(cycle: readonly GraphDependency[]) {
  const [first] = cycle;
  const names = [...cycle.map(({ from }) => from.name), first?.from.name ?? ''].reverse();
  const related = cycle
    .slice(0, MOST_SHOWN)
    .map((edge) => ({ message: describeEdge(edge), path: edge.reference.path }));
  return diagnostics.cycle({ names }, { path: first?.reference.path ?? [], related });
}
