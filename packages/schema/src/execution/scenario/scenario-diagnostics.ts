import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Path } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { formatPath } from '../../diagnostics/format-path.js';

/** What can be wrong with a scenario file, or with assumptions of the same kind on the command line. */
export const scenarioDiagnostics = defineDiagnostics('simulation', {
  'bad-scenario': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { path: Path; problem: string }) =>
      `Scenario${p.path.length === 0 ? '' : ` at ${formatPath(p.path)}`}: ${p.problem}`,
    help: () => '`millrace scenario FILE` writes a skeleton',
    explanation:
      'A scenario says what happens in a run without running user code:\n\n' +
      'steps: { EvaluateModel: { propertyFiles: { EvaluationReport: {…} }, metrics: {…}, duration: 2m } }\n\n' +
      'Steps may also have `attempts`, `fail`, `fault`, `hang`, `outputs`, `returns` and `describe`. Beside `steps` there are `parameters`, ' +
      '`conditions` (assumed outcomes), `defaults` (durations by kind), `clock`, `seed` and `options`. Keys that are not known are refused, ' +
      'since a misspelt one would silently change nothing.',
  },
  'unknown-scenario-name': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { what: string; name: string; owner: string; known: readonly string[] }) =>
      `${p.owner} has no ${p.what} "${p.name}".`,
    help: (p: { what: string; name: string; known: readonly string[] }) =>
      suggest(p.name, p.known, `its ${p.what}s`) ?? `it has no ${p.what}s`,
    explanation:
      'A scenario, or --assume, names a step, condition, property file or output that the definition does not have. Taken as it is, it would ' +
      'silently change nothing.',
  },
});
