import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphNode, GraphPropertyFile } from '../pipeline-graph.js';

const LONGEST_PATH = 1024;

const diagnostics = defineDiagnostics('graph', {
  'property-file-without-output': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R47'],
    message: (p: { file: string; step: string; output: string; outputs: readonly string[] }) =>
      `the property file "${p.file}" lies in the output "${p.output}", which the step "${p.step}" does not declare`,
    help: (p) => suggest(p.output, p.outputs, 'outputs') ?? `declare an output "${p.output}" on "${p.step}"`,
    explanation:
      'A property file is a JSON file in an output of its own step. The output has to be declared by the same step, under the same name.',
  },
  'property-file-path': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R47'],
    message: (p: { file: string; path: string; why: string }) =>
      `the path of the property file "${p.file}" ${p.why}: "${p.path}"`,
    help: () =>
      `give the path of the file inside the output, for example evaluation.json; at most ${LONGEST_PATH} characters`,
    explanation:
      'The path of a property file is relative to its output: no leading slash, no "..", at most 1,024 characters.',
  },
});

/** A property file lies in a declared output of its step, at a relative path. */
export const propertyFilesNameOutputs: GraphRule = {
  rules: ['R47'],
  diagnostics,
  check: function* ({ graph }) {
    for (const node of graph.nodes) for (const file of node.propertyFiles) yield* checkFile(node, file);
  },
};

function* checkFile(node: GraphNode, file: GraphPropertyFile) {
  const outputs = [...node.outputs.keys()];
  if (outputs.length > 0 && !node.outputs.has(file.outputName)) {
    yield diagnostics['property-file-without-output'](
      { file: file.name, step: node.name, output: file.outputName, outputs },
      { path: file.places.outputName },
    );
  }
  const why = whatIsWrongWith(file.filePath);
  if (why !== undefined)
    yield diagnostics['property-file-path'](
      { file: file.name, path: file.filePath, why },
      { path: file.places.filePath },
    );
}

function whatIsWrongWith(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/')) return 'is absolute';
  if (path.split('/').includes('..')) return 'leaves its output';
  return path.length > LONGEST_PATH ? `has ${path.length} characters` : undefined;
}
