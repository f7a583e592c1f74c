import { formatPropertyPath, type PropertyPath } from '../../definition/reference.js';
import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import type { GraphContext } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphNode, GraphReference } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'unknown-list-key': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R31'],
    message: (p: { step: string; list: string; key: string; keys: readonly string[] }) =>
      `"${p.key}" is not in ${p.list.slice(1)} of the step "${p.step}"${p.keys.length === 0 ? ', which is empty' : ''}`,
    help: (p) => suggest(p.key, p.keys, 'declared') ?? `declare it on "${p.step}"`,
    explanation:
      "Some lists of a step are read by name: ProcessingOutputConfig.Outputs['train'] is the output whose OutputName is train, FinalMetricDataList['mse'] the metric that a metric definition of the step names, OutputParameters['x'] an output parameter that the step declares. SageMaker accepts any name in the definition, and the execution fails when the value is read.",
  },
});

/** Names in brackets are declared by the step that is read. */
export const referencedListKeysExist: GraphRule = {
  rules: ['R31'],
  diagnostics,
  check: function* (context) {
    for (const reference of context.openReferences()) {
      const found = findUnknownKey(context, reference);
      if (found === undefined) continue;
      context.settle(reference);
      const related = [{ message: `the step "${found.step}"`, path: found.node.namePath }];
      yield diagnostics['unknown-list-key'](found, { path: reference.path, related });
    }
  },
};

interface UnknownKey {
  readonly node: GraphNode;
  readonly step: string;
  readonly list: string;
  readonly key: string;
  readonly keys: readonly string[];
}

function findUnknownKey(context: GraphContext, { to }: GraphReference): UnknownKey | undefined {
  if (to.kind !== 'property' || context.ambiguousNames.has(to.step)) return undefined;
  const node = context.node(to.step);
  const keyed = keyIn(to.path);
  if (node === undefined || keyed === undefined) return undefined;
  const keys = node.keyedLists.get(keyed.list);
  return keys === undefined || keys.includes(keyed.key) ? undefined : { node, step: node.name, ...keyed, keys };
}

function keyIn(path: PropertyPath): { list: string; key: string } | undefined {
  const at = path.findIndex((segment) => 'key' in segment);
  const segment = path[at];
  return segment !== undefined && 'key' in segment
    ? { list: formatPropertyPath(path.slice(0, at)), key: segment.key }
    : undefined;
}
