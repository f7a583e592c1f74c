import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import type { DefinitionRule } from '../definition-rule.js';
import { jobRequestsOf } from '../job-requests.js';
import { listAt, memberAt } from '../member-at.js';

const diagnostics = defineDiagnostics('definition', {
  'entry-name-twice': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R73', 'R81'],
    message: (p: { what: string; name: string }) => `two ${p.what} of this step are called "${p.name}"`,
    help: () => 'give each a name of its own',
    explanation:
      'Inputs and outputs of a Processing job and channels of a Training job are told apart by their names, which are also how other steps refer to them. SageMaker refuses two of the same name.',
  },
  'metric-twice': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R84'],
    message: (p: { what: string; name: string }) => `two ${p.what} of this step are called "${p.name}"`,
    help: () => 'give each a name of its own',
    explanation:
      'Values of two metrics of one name are mixed in one series of CloudWatch, and a reference to the metric reads either.',
  },
});

/** Lists of named entries in the requests of jobs. */
const LISTS = [
  { at: ['ProcessingInputs'], key: 'InputName', what: 'inputs', code: 'entry-name-twice' },
  { at: ['ProcessingOutputConfig', 'Outputs'], key: 'OutputName', what: 'outputs', code: 'entry-name-twice' },
  { at: ['InputDataConfig'], key: 'ChannelName', what: 'channels', code: 'entry-name-twice' },
  { at: ['AlgorithmSpecification', 'MetricDefinitions'], key: 'Name', what: 'metrics', code: 'metric-twice' },
] as const;

/** Inputs, outputs, channels and metrics of a job have names of their own. */
export const entriesOfJobsHaveOwnNames: DefinitionRule = {
  rules: ['R73', 'R81', 'R84'],
  diagnostics,
  check: function* ({ steps }) {
    for (const placed of steps) {
      for (const { job, path } of jobRequestsOf(placed)) {
        for (const list of LISTS) {
          const names = listAt(job, ...list.at).map((entry) => memberAt(entry, list.key));
          yield* checkNames(names, [...path, ...list.at], list);
        }
      }
    }
  },
};

function* checkNames(names: readonly unknown[], path: Path, list: (typeof LISTS)[number]): Iterable<Diagnostic> {
  const { key, what, code } = list;
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string') continue;
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, index);
    } else {
      const related = [{ message: 'the first of them', path: [...path, before, key] }];
      yield diagnostics[code]({ what, name }, { path: [...path, index, key], related });
    }
  }
}
