import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'too-many-steps': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R5'],
    message: (p: { given: number; atMost: number }) =>
      `the pipeline has ${p.given} steps, at most ${p.atMost} are allowed`,
    help: () => 'split the pipeline in two, or do more of the work inside one step',
    explanation:
      'SageMaker allows 50 steps in a pipeline by default, steps in branches of conditions included. Where the quota of an account was raised, the limits of the project config say so.',
  },
  'too-many-parameters': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R18'],
    message: (p: { given: number; atMost: number }) =>
      `the pipeline declares ${p.given} parameters, at most ${p.atMost} are allowed`,
    help: () => 'remove parameters that nobody sets at the start of an execution',
    explanation:
      'SageMaker allows 200 parameters in a pipeline. The quota can be raised in the limits of the project config.',
  },
});

/** A pipeline has at most 50 steps and 200 parameters. */
export const stepCountIsWithinQuota: GraphRule = {
  rules: ['R5', 'R18'],
  diagnostics,
  check: function* ({ graph, limits }) {
    const tooMany = graph.nodes[limits.steps];
    if (tooMany !== undefined)
      yield diagnostics['too-many-steps'](
        { given: graph.nodes.length, atMost: limits.steps },
        { path: tooMany.namePath },
      );
    const parameter = graph.parameters[limits.parameters];
    if (parameter === undefined) return;
    yield diagnostics['too-many-parameters'](
      { given: graph.parameters.length, atMost: limits.parameters },
      { path: parameter.path },
    );
  },
};
