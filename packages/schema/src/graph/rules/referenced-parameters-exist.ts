import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'unknown-parameter': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R24'],
    message: (p: { name: string; parameters: readonly string[] }) =>
      p.parameters.length === 0
        ? `there is no parameter "${p.name}": the pipeline declares no parameters`
        : `there is no parameter "${p.name}"`,
    help: (p) =>
      suggest(p.name, p.parameters, 'parameters') ??
      `declare "${p.name}" as a parameter of the pipeline, or write the value itself`,
    explanation:
      'A value is taken from a pipeline parameter that is not declared. SageMaker refuses such a definition.\n\nDeclare the parameter with its type, or correct the name; names are compared exactly.',
  },
});

/** Values are taken from declared parameters. */
export const referencedParametersExist: GraphRule = {
  rules: ['R24'],
  diagnostics,
  check: function* (context) {
    const parameters = context.graph.parameters.map(({ name }) => name);
    const declared = new Set(parameters);
    for (const reference of context.openReferences()) {
      if (reference.to.kind !== 'parameter' || declared.has(reference.to.name)) continue;
      context.settle(reference);
      yield diagnostics['unknown-parameter']({ name: reference.to.name, parameters }, { path: reference.path });
    }
  },
};
