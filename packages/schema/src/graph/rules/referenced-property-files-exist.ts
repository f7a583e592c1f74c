import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { withArticle } from '../../diagnostics/with-article.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { GraphContext } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphReference } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'unknown-property-file': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R47'],
    message: (p: { step: string; file: string; files: readonly string[] }) =>
      p.files.length === 0
        ? `the step "${p.step}" declares no property file "${p.file}"; it declares none at all`
        : `the step "${p.step}" declares no property file "${p.file}"`,
    help: (p) => suggest(p.file, p.files, 'property files') ?? `declare it on "${p.step}" with its output and its path`,
    explanation:
      'A condition reads a number from a JSON file that a Processing step writes. The step has to declare that file as a property file: its name, the output that holds it, and its path in that output.',
  },
  'no-property-files': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R47'],
    message: (p: { step: string; type: string; file: string }) =>
      `the step "${p.step}" cannot have a property file "${p.file}": it is ${withArticle(p.type)} step`,
    help: () => 'only Processing steps write property files: let one write the JSON and read it from there',
    explanation: 'Property files are JSON files in an output of a Processing step. Steps of other types have none.',
  },
});

/** Property files that are read are declared by their step. */
export const referencedPropertyFilesExist: GraphRule = {
  rules: ['R47'],
  diagnostics,
  check: function* (context) {
    for (const reference of context.openReferences()) {
      const found = check(context, reference);
      if (found === undefined) continue;
      context.settle(reference);
      yield found;
    }
  },
};

function check(context: GraphContext, { to, path }: GraphReference) {
  if (to.kind !== 'propertyFile' || context.ambiguousNames.has(to.step)) return undefined;
  const node = context.node(to.step);
  if (node === undefined || node.propertyFiles.some(({ name }) => name === to.file)) return undefined;
  const place = { path: to.filePath ?? path, related: [{ message: `the step "${node.name}"`, path: node.namePath }] };
  const { name: step, type } = node;
  if (stepTypeFacts(type)?.propertyFiles === false)
    return diagnostics['no-property-files']({ step, type, file: to.file }, place);
  return diagnostics['unknown-property-file'](
    { step, file: to.file, files: node.propertyFiles.map(({ name }) => name) },
    place,
  );
}
