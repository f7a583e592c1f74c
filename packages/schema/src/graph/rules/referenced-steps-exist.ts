import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { listNames, suggest } from '../../diagnostics/did-you-mean.js';
import { stepNameOf } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'unknown-step': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R29', 'R33'],
    message: (p: { name: string; steps: readonly string[]; members?: readonly string[] | undefined }) =>
      p.members === undefined
        ? `there is no step "${p.name}"`
        : `"${p.name}" stands for several steps, and here one is wanted`,
    help: (p) =>
      p.members === undefined ? suggest(p.name, p.steps, 'steps') : `name one of them: ${listNames(p.members)}`,
    explanation:
      'A reference, a dependency or a branch names a step that the pipeline does not have. Names are compared exactly, upper and lower case included. SageMaker refuses such a definition.\n\nThe steps may stand in any order in the file, so a step that is listed later is not the reason.',
  },
});

/** Dependencies, values, conditions and branches name steps of the pipeline. */
export const referencedStepsExist: GraphRule = {
  rules: ['R29', 'R33'],
  diagnostics,
  check: function* (context) {
    const steps = context.stepNames;
    for (const reference of context.openReferences()) {
      const name = stepNameOf(reference);
      if (name === undefined || context.node(name) !== undefined) continue;
      context.settle(reference);
      const members = context.graph.groups?.get(name);
      yield diagnostics['unknown-step']({ name, steps, members }, { path: reference.path });
    }
  },
};
