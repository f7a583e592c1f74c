import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Path } from '../../diagnostics/diagnostic.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'repeated-dependency': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R33'],
    message: (p: { name: string; target: string }) => `"${p.name}" depends on "${p.target}" twice`,
    help: () => 'remove one of the two',
    explanation: 'The list of steps that a step depends on names each step once.',
  },
});

/** A list of dependencies names each step once. */
export const dependenciesAreNamedOnce: GraphRule = {
  rules: ['R33'],
  diagnostics,
  check: function* (context) {
    const first = new Map<string, Path>();
    for (const { from, to, reference } of context.dependencies()) {
      if (reference.reason !== 'dependsOn') continue;
      const pair = JSON.stringify([from.name, to.name]);
      const earlier = first.get(pair);
      if (earlier === undefined) {
        first.set(pair, reference.path);
        continue;
      }
      context.settle(reference);
      const related = [{ message: 'the first mention', path: earlier }];
      yield diagnostics['repeated-dependency']({ name: from.name, target: to.name }, { path: reference.path, related });
    }
  },
};
