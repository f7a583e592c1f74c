import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { didYouMean, suggest } from '../../diagnostics/did-you-mean.js';
import type { GraphContext } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphNode, GraphReference } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'unknown-output': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R31'],
    message: (p: { step: string; type: string; output: string; outputs: readonly string[] }) =>
      p.outputs.length === 0
        ? `the step "${p.step}" has no output "${p.output}": it declares none`
        : `the step "${p.step}" has no output "${p.output}"`,
    help: (p) => {
      if (p.outputs.length === 0) return `declare an output "${p.output}" on "${p.step}", or read another step`;
      const near = didYouMean(p.output, p.outputs);
      return near === undefined
        ? suggest(p.output, p.outputs, `outputs of "${p.step}"`)
        : `did you mean "${near}"? Outputs of "${p.step}": ${p.outputs.join(', ')}`;
    },
    explanation:
      'A step reads an output of another step by name, and that step does not declare such an output. SageMaker accepts the definition and the execution fails when the value is read.\n\nThe outputs of a Processing step are those that it declares; a Training step has "modelArtifacts"; the help lists what the named step has.',
  },
});

/** Outputs that are read by name are declared by their step. */
export const referencedOutputsExist: GraphRule = {
  rules: ['R31'],
  diagnostics,
  check: function* (context) {
    for (const reference of context.openReferences()) {
      const found = findUnknownOutput(context, reference);
      if (found === undefined) continue;
      context.settle(reference);
      const { node, output } = found;
      const parameters = { step: node.name, type: node.type, output, outputs: [...node.outputs.keys()] };
      yield diagnostics['unknown-output'](parameters, {
        path: reference.path,
        related: [{ message: `the step "${node.name}"`, path: node.namePath }],
      });
    }
  },
};

function findUnknownOutput(
  context: GraphContext,
  { to }: GraphReference,
): { node: GraphNode; output: string } | undefined {
  if (to.kind !== 'output' || context.ambiguousNames.has(to.step)) return undefined;
  const node = context.node(to.step);
  return node === undefined || node.outputs.has(to.output) ? undefined : { node, output: to.output };
}
