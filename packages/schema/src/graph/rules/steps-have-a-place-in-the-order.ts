import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { listNames } from '../../diagnostics/did-you-mean.js';
import { stepNameOf } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphReference } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'starts-at-once': {
    severity: 'info',
    kind: 'remark',
    rules: ['R110'],
    message: (p: { names: readonly string[] }) =>
      `${listNames(p.names)} ${p.names.length === 1 ? 'waits' : 'wait'} for no step, and no step waits for ${p.names.length === 1 ? 'it' : 'them'}: started at once, beside the others`,
    help: () => 'name what it must wait for as a dependency, or read from it; the order of the list means nothing',
    explanation:
      'SageMaker starts every step that waits for nothing as soon as the execution starts. The order in which steps are listed has no meaning (issue 2035 of the SageMaker Python SDK); only references and dependencies order steps.',
  },
});

/** In a pipeline that orders its steps, a step that nothing orders is worth a word. */
export const stepsHaveAPlaceInTheOrder: GraphRule = {
  rules: ['R110'],
  diagnostics,
  check: function* ({ graph }) {
    const ordered = orderedSteps(graph.references);
    // Steps without any order are plainly meant to run side by side.
    if (ordered.size === 0) return;
    // A misspelt name may have meant any of them.
    const names = new Set(graph.nodes.map(({ name }) => name));
    if ([...ordered].some((name) => !names.has(name))) return;
    const alone = graph.nodes.filter(({ name }) => !ordered.has(name));
    const [first] = alone;
    if (first === undefined) return;
    yield diagnostics['starts-at-once']({ names: alone.map(({ name }) => name) }, { path: first.namePath });
  },
};

/** The names of all steps that refer to others or are referred to, wrong references included. */
function orderedSteps(references: readonly GraphReference[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const reference of references) {
    const target = stepNameOf(reference);
    if (target === undefined) continue;
    names.add(target);
    if (reference.from !== undefined) names.add(reference.from);
  }
  return names;
}
