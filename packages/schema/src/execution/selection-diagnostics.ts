import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { listNames, suggest } from '../diagnostics/did-you-mean.js';

const MOST_SELECTED = 50;

/** What can be wrong with the steps that a selective execution names (rule R109). */
export const selectionDiagnostics = defineDiagnostics('simulation', {
  'selection-size': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R109'],
    message: (p: { given: number }) =>
      `a selective execution names 1 to ${MOST_SELECTED} steps, but ${p.given} are given`,
    explanation:
      'SelectiveExecutionConfig of StartPipelineExecution takes 1 to 50 selected steps (SageMaker API, SelectedStepList).',
  },
  'unknown-selected-step': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R109'],
    message: (p: { name: string; steps: readonly string[] }) => `the pipeline has no step "${p.name}" to select`,
    help: (p) => suggest(p.name, p.steps, 'its steps'),
    explanation: 'A selective execution names steps of the pipeline, those in branches of conditions included.',
  },
  'selection-with-gap': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R109'],
    message: (p: { name: string; before: string; after: string }) =>
      `the step "${p.name}" lies between the selected steps "${p.before}" and "${p.after}" and is not selected itself`,
    help: (p) => `select "${p.name}" too`,
    explanation:
      'The selected steps must be connected: every step on every path between two selected steps is selected too (SageMaker developer guide, selective execution). The result of a step in between would otherwise be older than what went into it.',
  },
  'selection-without-source': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R109'],
    message: (p: { selected: string; upstream: readonly string[] }) =>
      `the selected step "${p.selected}" needs results of ${listNames(p.upstream)}, which are not selected`,
    help: () => 'name the execution that they are taken from, or select these steps too',
    explanation:
      'Results of steps that are not selected are taken from an earlier execution of the same pipeline. Without its ARN SageMaker refuses to start: "Invalid SourcePipelineExecutionArn: null. The selected steps have dependencies …" (aws/sagemaker-python-sdk issue 4444).',
  },
  'foreign-source-execution': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R109'],
    message: (p: { given: string; pipeline: string | undefined }) =>
      p.pipeline === undefined
        ? `"${p.given}" is not the ARN of a pipeline execution`
        : `"${p.given}" is not an execution of the pipeline "${p.pipeline}"`,
    help: () => 'the form is arn:aws:sagemaker:REGION:ACCOUNT:pipeline/NAME/execution/ID',
    explanation:
      'The source of a selective execution is an earlier execution of the same pipeline that succeeded or failed, named by its ARN.',
  },
});
