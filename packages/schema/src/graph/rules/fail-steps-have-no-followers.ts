import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { withArticle } from '../../diagnostics/with-article.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'depends-on-fail-step': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R32'],
    message: (p: { name: string; target: string; type: string }) =>
      `"${p.name}" waits for "${p.target}", but nothing can follow ${withArticle(p.type)} step`,
    help: () => 'a Fail step ends the execution: put the step before it, or into the other branch',
    explanation:
      'A Fail step ends the execution as failed; it has no output, and no step can depend on it or read from it. SageMaker refuses the pipeline ("can not depends on FailStep").',
  },
});

/** Nothing depends on a step that ends the execution. */
export const failStepsHaveNoFollowers: GraphRule = {
  rules: ['R32'],
  diagnostics,
  check: function* (context) {
    for (const { from, to, reference } of context.dependencies()) {
      if (stepTypeFacts(to.type)?.dependable !== false) continue;
      context.settle(reference);
      const related = [{ message: `the ${to.type} step`, path: to.namePath }];
      yield diagnostics['depends-on-fail-step'](
        { name: from.name, target: to.name, type: to.type },
        { path: reference.path, related },
      );
    }
  },
};
