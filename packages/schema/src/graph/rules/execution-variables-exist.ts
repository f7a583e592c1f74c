import { EXECUTION_VARIABLES, JOB_NAME_VARIABLES } from '../../definition/execution-variables.js';
import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { withArticle } from '../../diagnostics/with-article.js';
import { stepTypeFacts } from '../../step-types/step-type-registry.js';
import type { GraphContext } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphReference } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'unknown-execution-variable': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R43'],
    message: (p: { variable: string }) => `"${p.variable}" is not a variable of the execution`,
    help: (p) => suggest(p.variable, EXECUTION_VARIABLES, 'variables'),
    explanation:
      'An execution knows StartDateTime, CurrentDateTime, PipelineName, PipelineArn, PipelineExecutionId and PipelineExecutionArn; inside the arguments of a Training step also TrainingJobName, inside those of a Processing step ProcessingJobName. SageMaker refuses other names.',
  },
  'misplaced-job-name': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R43'],
    message: (p: { variable: string; step: string; type: string }) =>
      `Execution.${p.variable} has no meaning in "${p.step}", which is ${withArticle(p.type)} step`,
    help: (p) => `read the name from the step that starts the job: its property ${p.variable}`,
    explanation:
      'Execution.TrainingJobName is the name of the job that the Training step itself starts, Execution.ProcessingJobName that of a Processing step. Elsewhere there is no such job.',
  },
});

/** Execution variables are known, and the names of jobs are used where there is such a job. */
export const executionVariablesExist: GraphRule = {
  rules: ['R43'],
  diagnostics,
  check: function* (context) {
    for (const reference of context.openReferences()) {
      const found = check(context, reference);
      if (found !== undefined) yield found;
    }
  },
};

function check(context: GraphContext, { to, from, path }: GraphReference) {
  if (to.kind !== 'execution') return undefined;
  const { variable } = to;
  if (!EXECUTION_VARIABLES.some((name) => name === variable))
    return diagnostics['unknown-execution-variable']({ variable }, { path });
  const node = from === undefined ? undefined : context.node(from);
  const facts = node === undefined ? undefined : stepTypeFacts(node.type);
  if (node === undefined || facts === undefined || !JOB_NAME_VARIABLES.some((name) => name === variable))
    return undefined;
  return facts.jobNameVariable === variable
    ? undefined
    : diagnostics['misplaced-job-name']({ variable, step: node.name, type: node.type }, { path });
}
