import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphNode, GraphPropertyFile } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'too-many-property-files': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R50'],
    message: (p: { given: number; atMost: number }) =>
      `the pipeline declares ${p.given} property files, at most ${p.atMost} are allowed`,
    help: () => 'write several figures into one JSON file and read each by its path',
    explanation: 'SageMaker allows 10 property files in a pipeline. One file can hold any number of figures.',
  },
  'duplicate-property-file': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R50'],
    message: (p: { file: string; step: string }) => `the step "${p.step}" declares two property files "${p.file}"`,
    help: () => 'give each property file a name of its own',
    explanation: 'A condition names a property file by its step and its name, so that a step may use a name only once.',
  },
  'shared-property-file-name': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R50'],
    message: (p: { file: string; step: string; other: string }) =>
      `"${p.step}" and "${p.other}" both declare a property file "${p.file}"`,
    help: () => 'give each property file of the pipeline a name of its own',
    explanation:
      'References name the step and the file, so that two steps could use the same name. Whether SageMaker accepts that is not documented; names that are unique in the whole pipeline are safe.',
  },
});

/** At most 10 property files, each with a name of its own. */
export const propertyFilesAreWithinQuota: GraphRule = {
  rules: ['R50'],
  diagnostics,
  check: function* ({ graph, limits }) {
    const declared = graph.nodes.flatMap((node) => node.propertyFiles.map((file) => ({ node, file })));
    const tooMany = declared[limits.propertyFiles];
    if (tooMany !== undefined) {
      const parameters = { given: declared.length, atMost: limits.propertyFiles };
      yield diagnostics['too-many-property-files'](parameters, { path: tooMany.file.path });
    }
    yield* checkNames(declared);
  },
};

function* checkNames(declared: readonly { node: GraphNode; file: GraphPropertyFile }[]) {
  const first = new Map<string, { node: GraphNode; file: GraphPropertyFile }>();
  for (const each of declared) {
    const earlier = first.get(each.file.name);
    if (earlier === undefined) {
      first.set(each.file.name, each);
      continue;
    }
    const place = { path: each.file.path, related: [{ message: 'the first one', path: earlier.file.path }] };
    const [file, step, other] = [each.file.name, each.node.name, earlier.node.name];
    if (step !== other) yield diagnostics['shared-property-file-name']({ file, step, other }, place);
    else if (each.node === earlier.node) yield diagnostics['duplicate-property-file']({ file, step }, place);
  }
}
