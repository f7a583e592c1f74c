import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isNumber, numberOf } from '../../source/source-number.js';
import type { OwnedExpression } from '../definition-expressions.js';
import type { DefinitionRule } from '../definition-rule.js';
import { memberAt } from '../member-at.js';
import type { DefinitionStep } from '../pipeline-definition.js';
import { parseReference } from '../reference.js';

const LIST = 'TrainingJobSummaries';
/** Of the training jobs of a tuning job SageMaker lists the 50 best. */
const LAST = 49;

const diagnostics = defineDiagnostics('definition', {
  'summary-out-of-reach': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R87'],
    message: (p: { index: number }) => `${LIST} has the entries 0 to ${LAST}, so there is no [${p.index}]`,
    help: () => '[0] is the best training job, [1] the second best',
    explanation:
      'The properties of a Tuning step hold the 50 best training jobs, TrainingJobSummaries[0] being the best. SageMaker finds nothing behind index 49.',
  },
  'summary-of-no-job': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R87'],
    message: (p: { index: number; jobs: number }) =>
      `${LIST}[${p.index}] is never there: the tuning job runs at most ${p.jobs} training jobs`,
    help: (p) => `the entries are 0 to ${p.jobs - 1}`,
    explanation:
      'MaxNumberOfTrainingJobs bounds how many training jobs a tuning job runs. A reference to a later one finds nothing, and the step that holds it fails.',
  },
});

/** References to training jobs of a tuning job stay within those that there are. */
export const tuningSummariesAreWithinReach: DefinitionRule = {
  rules: ['R87'],
  diagnostics,
  check: function* ({ steps, expressions }) {
    // A list of that name is a property of tuning jobs only, so their type need not be asked.
    const byName = new Map(steps.map(({ step }) => [step.Name, step]));
    for (const placed of expressions) yield* checkExpression(placed, byName);
  },
};

function* checkExpression(
  { expression, path }: OwnedExpression,
  steps: ReadonlyMap<string, DefinitionStep>,
): Iterable<Diagnostic> {
  if (expression.kind !== 'get' || typeof expression.reference !== 'string') return;
  if (!expression.reference.includes(LIST)) return;
  const reference = parseReference(expression.reference);
  if (reference?.kind !== 'property') return;
  const [list, entry] = reference.path;
  if (list === undefined || !('member' in list) || list.member !== LIST) return;
  if (entry === undefined || !('index' in entry)) return;
  const { index } = entry;
  const place = { path: [...path, 'Get'] };
  if (index > LAST) yield diagnostics['summary-out-of-reach']({ index }, place);
  const jobs = jobsOf(steps.get(reference.step));
  if (index <= LAST && jobs !== undefined && index >= jobs)
    yield diagnostics['summary-of-no-job']({ index, jobs }, place);
}

function jobsOf(step: DefinitionStep | undefined): number | undefined {
  const given = memberAt(step?.Arguments, 'HyperParameterTuningJobConfig', 'ResourceLimits', 'MaxNumberOfTrainingJobs');
  return isNumber(given) ? numberOf(given) : undefined;
}
