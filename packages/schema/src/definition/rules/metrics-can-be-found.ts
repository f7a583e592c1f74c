import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import type { DefinitionRule } from '../definition-rule.js';
import { trainingJobsOf } from '../job-requests.js';
import { listAt, memberAt } from '../member-at.js';

/** A parenthesis that is neither escaped nor begins a group without a value. */
const CAPTURING_GROUP = /(?:^|[^\\])(?:\\\\)*\((?!\?(?!P?<[A-Za-z_]))/;

/** Parts of other dialects than JavaScript's, which cannot be tried here: inline flags, comments, atomic groups, POSIX classes. */
const OTHER_DIALECT = /\(\?[a-zA-Z#>(|-]|\[:|[*+?}]\+|\\[AGQZz]/;

const diagnostics = defineDiagnostics('definition', {
  'metric-expression': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R84'],
    message: (p: { regex: string }) => `"${p.regex}" is no regular expression`,
    help: () => 'balance its brackets, and write a backslash before brackets that are meant literally',
    explanation:
      'SageMaker searches the log of a training job with the regular expression of each metric. One that cannot be read finds nothing.',
  },
  'metric-without-group': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R84'],
    message: (p: { regex: string }) => `"${p.regex}" has no group, so SageMaker finds no value of the metric`,
    help: () => 'put brackets around the number, as in auc=([0-9.]+)',
    explanation:
      'The value of a metric is what the first group of its regular expression matches. Without a group the job runs and no metric ever appears.',
  },
});

/** Regular expressions of metrics can be read and say where the value is. */
export const metricsCanBeFound: DefinitionRule = {
  rules: ['R84'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { job, path } of steps.flatMap(trainingJobsOf)) {
      const at = ['AlgorithmSpecification', 'MetricDefinitions'];
      for (const [index, metric] of listAt(job, ...at).entries()) {
        const regex = memberAt(metric, 'Regex');
        if (typeof regex === 'string') yield* checkRegex(regex, [...path, ...at, index, 'Regex']);
      }
    }
  },
};

function* checkRegex(regex: string, path: Path): Iterable<Diagnostic> {
  if (!isReadable(regex)) yield diagnostics['metric-expression']({ regex }, { path });
  else if (!CAPTURING_GROUP.test(regex)) yield diagnostics['metric-without-group']({ regex }, { path });
}

function isReadable(regex: string): boolean {
  if (OTHER_DIALECT.test(regex)) return true;
  try {
    new RegExp(regex.replaceAll('(?P<', '(?<').replace(/\(\?P=(\w+)\)/g, String.raw`\k<$1>`));
    return true;
  } catch {
    return false;
  }
}
