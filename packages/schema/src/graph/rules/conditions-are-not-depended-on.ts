import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'depends-on-condition': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R34'],
    message: (p: { name: string; condition: string }) =>
      `"${p.name}" depends on the condition "${p.condition}" from outside its branches`,
    help: (p) =>
      `put "${p.name}" into a branch of "${p.condition}", or depend on the steps that the condition waits for`,
    explanation:
      'SageMaker is reported to refuse a pipeline in which a step outside the branches of a condition depends on that condition (issue 3565 of the SageMaker Python SDK, 2023). Reading its Outcome as a value works.\n\nA step that belongs to one outcome stands in that branch; a step that has to run in both cases depends on what the condition waits for.',
  },
});

/** No step outside the branches of a condition depends on the condition. */
export const conditionsAreNotDependedOn: GraphRule = {
  rules: ['R34'],
  diagnostics,
  check: function* (context) {
    for (const { from, to, reference } of context.dependencies()) {
      if (reference.reason !== 'dependsOn' || stepTypeFacts(to.type)?.execution !== 'branch') continue;
      if (context.branchChain(from).some(({ condition }) => condition === to.name)) continue;
      context.settle(reference);
      const related = [{ message: 'the condition', path: to.namePath }];
      yield diagnostics['depends-on-condition'](
        { name: from.name, condition: to.name },
        { path: reference.path, related },
      );
    }
  },
};
