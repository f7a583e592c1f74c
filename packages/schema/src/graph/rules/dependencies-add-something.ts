import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { stepNameOf } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphReference } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'redundant-dependency': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R111'],
    message: (p: { name: string; target: string }) =>
      `"${p.name}" waits for "${p.target}" anyway, because it reads from it`,
    help: (p) => `remove "${p.target}" from the dependencies; the reference is enough`,
    explanation:
      'A reference to a step is an order by itself. A dependency beside it changes nothing, and stays behind when the reference goes. Dependencies are for steps that must wait without reading anything.',
  },
});

/** Dependencies order what references do not order already. */
export const dependenciesAddSomething: GraphRule = {
  rules: ['R111'],
  diagnostics,
  check: function* (context) {
    const read = new Map<string, GraphReference>();
    for (const { from, to, reference } of context.dependencies()) {
      if (reference.reason !== 'dependsOn') read.set(`${from.name} ${to.name}`, reference);
    }
    for (const reference of context.openReferences()) {
      const { from: name, reason, path } = reference;
      const target = stepNameOf(reference);
      if (reason !== 'dependsOn' || name === undefined || target === undefined) continue;
      const other = read.get(`${name} ${target}`);
      if (other === undefined) continue;
      const related = [{ message: 'the reference', path: other.path }];
      yield diagnostics['redundant-dependency']({ name, target }, { path, related });
    }
  },
};
