import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { didYouMean } from '../../diagnostics/did-you-mean.js';
import type { GraphContext } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'unused-parameter': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R23'],
    message: (p: { name: string }) => `the parameter "${p.name}" is declared and never used`,
    help: () => 'use it in a step, or remove it: a value that somebody sets would have no effect',
    explanation: 'No step reads the parameter. Whoever starts the pipeline can set it, and nothing changes.',
  },
});

/** Every declared parameter is read somewhere. */
export const parametersAreUsed: GraphRule = {
  rules: ['R23'],
  diagnostics,
  check: function* (context) {
    const used = usedParameters(context);
    for (const { name, path } of context.graph.parameters) {
      if (!used.has(name)) yield diagnostics['unused-parameter']({ name }, { path });
    }
  },
};

// A parameter that an unknown name was probably meant to be is not unused but misspelt.
function usedParameters({ graph }: GraphContext): ReadonlySet<string> {
  const declared = graph.parameters.map(({ name }) => name);
  const used = new Set<string>();
  for (const { to } of graph.references) {
    if (to.kind === 'parameter') used.add(to.name);
  }
  for (const name of [...used]) {
    const meant = declared.includes(name) ? undefined : didYouMean(name, declared);
    if (meant !== undefined) used.add(meant);
  }
  return used;
}
