import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { violated } from '../../judgements/judged.js';
import { outputsThatExecutionsShare, type SharedOutput } from '../../judgements/outputs-that-executions-share.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'shared-by-executions': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R78'],
    message: (p: { reason: string }) => p.reason,
    help: () => 'put Execution.PipelineExecutionId into the URI; a spec does so by itself where no URI is given',
    explanation:
      'Two executions that run at the same time overwrite each other in a place that is the same for both, and steps behind them read a mixture. A later execution replaces what a registered model was evaluated with. An output whose URI contains the id of the execution belongs to that execution alone. Parameters in the URI may do the same; they are not judged. Training jobs are no problem: SageMaker appends the name of the job.',
  },
});

/** Outputs of jobs lie in a place of their own for each execution. */
export const outputsAreOfOneExecution: DefinitionRule = {
  rules: ['R78'],
  diagnostics,
  check: function* (context) {
    const steps = new Map<unknown, SharedOutput[]>();
    for (const output of violated(outputsThatExecutionsShare(context))) {
      const ofStep = steps.get(output.step);
      if (ofStep === undefined) steps.set(output.step, [output]);
      else ofStep.push(output);
    }
    for (const [first, ...others] of steps.values()) yield* tell(first, others);
  },
};

/** One message a step: its outputs are mended together. */
function* tell(first: SharedOutput | undefined, others: readonly SharedOutput[]): Iterable<Diagnostic> {
  if (first === undefined) return;
  const related = others.map(({ path }) => ({ message: 'and this output', path }));
  yield diagnostics['shared-by-executions'](first, { path: first.path, ...(related.length === 0 ? {} : { related }) });
}
