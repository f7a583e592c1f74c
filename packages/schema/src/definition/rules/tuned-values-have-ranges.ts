import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { isJsonObject, type Json, type JsonObject } from '../../source/json.js';
import { isNumber, numberOf } from '../../source/source-number.js';
import { listAt, memberAt } from '../member-at.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const NUMERIC = ['IntegerParameterRanges', 'ContinuousParameterRanges'] as const;
const CATEGORICAL = 'CategoricalParameterRanges';

const diagnostics = defineDiagnostics('definition', {
  'bad-tuning-range': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R86'],
    message: (p: { name: string; problem: string }) => `the range of "${p.name}" ${p.problem}`,
    help: () => 'both bounds are numbers in quotes, MinValue below MaxValue',
    explanation:
      'The bounds of a range of hyperparameters are texts that hold numbers ("0.1"), whole ones in IntegerParameterRanges, and MinValue is smaller than MaxValue. A fixed value belongs into StaticHyperParameters.',
  },
  'tuned-twice': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R86'],
    message: (p: { name: string; where: string }) => `the hyperparameter "${p.name}" is tuned, and ${p.where}`,
    help: () => 'keep one: a range to search, or a fixed value',
    explanation:
      'A hyperparameter is either searched over a range or fixed in StaticHyperParameters. SageMaker refuses a name that stands in both, or in two ranges.',
  },
  'grid-of-numbers': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R86'],
    message: (p: { name: string }) =>
      `the strategy Grid tries every combination, so "${p.name}" cannot be a numeric range`,
    help: () => 'list its values in CategoricalParameterRanges, or use another Strategy',
    explanation:
      'With the strategy Grid every hyperparameter that is tuned has a list of values (categorical ranges only).',
  },
  'grid-size': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R86'],
    message: (p: { given: number; combinations: number }) =>
      `the strategy Grid runs all ${p.combinations} combinations, but MaxNumberOfTrainingJobs is ${p.given}`,
    help: (p) => `write ${p.combinations}, or leave MaxNumberOfTrainingJobs out`,
    explanation:
      'A grid search runs one training job for every combination of values. MaxNumberOfTrainingJobs may be left out; SageMaker refuses another number.',
  },
});

/** Every tuned hyperparameter has one range that holds values. */
export const tunedValuesHaveRanges = ruleOnSteps({
  rules: ['R86'],
  types: ['Tuning'],
  diagnostics,
  check: function* ({ step, path }) {
    const config = memberAt(step.Arguments, 'HyperParameterTuningJobConfig');
    const isGrid = memberAt(config, 'Strategy') === 'Grid';
    for (const search of searchesIn(step.Arguments, [...path, 'Arguments'])) {
      yield* checkBounds(search);
      yield* checkNames(search);
      if (isGrid) yield* checkGrid(search);
    }
    if (isGrid) yield* checkGridSize(step.Arguments, [...path, 'Arguments']);
  },
});

/** Ranges, and the fixed values beside which they stand. */
interface Search {
  readonly ranges: Json;
  readonly path: Path;
  readonly fixed: Json | undefined;
}

function searchesIn(args: JsonObject, path: Path): readonly Search[] {
  const common = memberAt(args, 'HyperParameterTuningJobConfig', 'ParameterRanges');
  const several = listAt(args, 'TrainingJobDefinitions').flatMap((definition, index) => {
    const ranges = memberAt(definition, 'HyperParameterRanges');
    const at = [...path, 'TrainingJobDefinitions', index, 'HyperParameterRanges'];
    return ranges === undefined ? [] : [{ ranges, path: at, fixed: memberAt(definition, 'StaticHyperParameters') }];
  });
  if (common === undefined) return several;
  const fixed = memberAt(args, 'TrainingJobDefinition', 'StaticHyperParameters');
  return [{ ranges: common, path: [...path, 'HyperParameterTuningJobConfig', 'ParameterRanges'], fixed }, ...several];
}

function* checkBounds({ ranges, path }: Search): Iterable<Diagnostic> {
  for (const kind of NUMERIC) {
    for (const [index, range] of listAt(ranges, kind).entries()) {
      const problem = whatIsWrong(range, kind === 'IntegerParameterRanges');
      if (problem !== undefined)
        yield diagnostics['bad-tuning-range']({ name: nameOf(range), problem }, { path: [...path, kind, index] });
    }
  }
}

function whatIsWrong(range: Json, whole: boolean): string | undefined {
  const [least, most] = [memberAt(range, 'MinValue'), memberAt(range, 'MaxValue')];
  for (const bound of [least, most]) {
    if (typeof bound !== 'string') continue;
    if (bound.trim() === '' || !Number.isFinite(Number(bound))) return `has a bound that is no number: "${bound}"`;
    if (whole && !Number.isInteger(Number(bound))) return `has a bound that is no whole number: "${bound}"`;
  }
  const comparable = typeof least === 'string' && typeof most === 'string';
  return comparable && Number(least) >= Number(most)
    ? `is empty: MinValue ${least} is not below MaxValue ${most}`
    : undefined;
}

function* checkNames({ ranges, path, fixed }: Search): Iterable<Diagnostic> {
  const seen = new Set<string>();
  for (const kind of [...NUMERIC, CATEGORICAL]) {
    for (const [index, range] of listAt(ranges, kind).entries()) {
      const name = nameOf(range);
      // A name that an execution gives is no name yet.
      if (name === '') continue;
      const isFixed = isJsonObject(fixed) && Object.hasOwn(fixed, name);
      const where = isFixed ? 'it is fixed in StaticHyperParameters too' : 'it has another range already';
      if (isFixed || seen.has(name))
        yield diagnostics['tuned-twice']({ name, where }, { path: [...path, kind, index] });
      seen.add(name);
    }
  }
}

function* checkGrid({ ranges, path }: Search): Iterable<Diagnostic> {
  for (const kind of NUMERIC) {
    for (const [index, range] of listAt(ranges, kind).entries())
      yield diagnostics['grid-of-numbers']({ name: nameOf(range) }, { path: [...path, kind, index] });
  }
}

function* checkGridSize(args: JsonObject, path: Path): Iterable<Diagnostic> {
  const given = memberAt(args, 'HyperParameterTuningJobConfig', 'ResourceLimits', 'MaxNumberOfTrainingJobs');
  const lists = listAt(args, 'HyperParameterTuningJobConfig', 'ParameterRanges', CATEGORICAL);
  const combinations = lists.reduce<number>((product, each) => product * listAt(each, 'Values').length, 1);
  if (!isNumber(given) || lists.length === 0 || combinations === 0 || numberOf(given) === combinations) return;
  const at = [...path, 'HyperParameterTuningJobConfig', 'ResourceLimits', 'MaxNumberOfTrainingJobs'];
  yield diagnostics['grid-size']({ given: numberOf(given), combinations }, { path: at });
}

function nameOf(range: Json): string {
  const name = memberAt(range, 'Name');
  return typeof name === 'string' ? name : '';
}
