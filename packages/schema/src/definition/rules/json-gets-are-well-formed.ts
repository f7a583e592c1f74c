import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { describeJson } from '../../source/describe-json.js';
import type { Json, JsonObject } from '../../source/json.js';
import type { DefinitionRule } from '../definition-rule.js';
import { asExpression, looksLikeExpression } from '../expression.js';
import { parseJsonGetPath } from '../json-get-path.js';
import { parseReference } from '../reference.js';

const diagnostics = defineDiagnostics('definition', {
  'malformed-json-get': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R46', 'R47'],
    message: (p: { problem: string; help?: string | undefined }) => p.problem,
    help: (p) =>
      p.help ??
      'write {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.STEP.PropertyFiles.FILE"}, "Path": "metrics.mse"}}',
    explanation:
      'Std:JsonGet reads one value of a JSON file. The file is either a PropertyFile that a Processing step declares, named by {"Get": "Steps.STEP.PropertyFiles.FILE"}, or an S3Uri; Path is the way to the value inside the file. There are no other members.',
  },
  'malformed-json-path': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R48'],
    message: (p: { given: string; help: string }) =>
      p.given === 'nothing' ? 'Std:JsonGet lacks "Path"' : `${p.given} is not a path into a JSON file`,
    help: (p) => p.help,
    explanation:
      "The Path of a Std:JsonGet is literal text of members and indexes: regression_metrics.mse.value, scores[0], metrics['validation.rmse']. It has no leading $ and no filters.",
  },
});

/** A Std:JsonGet names one file and a path into it. */
export const jsonGetsAreWellFormed: DefinitionRule = {
  rules: ['R46', 'R47', 'R48'],
  diagnostics,
  check: function* ({ expressions }) {
    for (const { expression, path } of expressions) {
      if (expression.kind === 'jsonGet') yield* checkJsonGet(expression.members, [...path, 'Std:JsonGet']);
    }
  },
};

function* checkJsonGet(members: JsonObject, path: Path): Iterable<Diagnostic> {
  const { PropertyFile, S3Uri, Path: jsonPath, ...others } = members;
  for (const key of Object.keys(others)) {
    yield diagnostics['malformed-json-get'](
      { problem: `Std:JsonGet has no member "${key}"` },
      { path: [...path, key], target: 'key' },
    );
  }
  if ((PropertyFile === undefined) === (S3Uri === undefined)) {
    const given = S3Uri === undefined ? 'neither is given' : 'both are given';
    yield diagnostics['malformed-json-get'](
      { problem: `Std:JsonGet reads either a PropertyFile or an S3Uri, but ${given}` },
      { path },
    );
  }
  if (PropertyFile !== undefined && !namesPropertyFile(PropertyFile)) {
    const problem = `"PropertyFile" is {"Get": "Steps.STEP.PropertyFiles.FILE"}, but ${describeJson(PropertyFile)} is given`;
    yield diagnostics['malformed-json-get']({ problem }, { path: [...path, 'PropertyFile'] });
  }
  yield* checkPath(jsonPath, [...path, 'Path']);
}

// A text that is no reference at all is told by the rule on expressions.
function namesPropertyFile(value: Json): boolean {
  const expression = asExpression(value);
  if (expression?.kind !== 'get' || typeof expression.reference !== 'string') return false;
  const reference = parseReference(expression.reference);
  return reference === undefined || reference.kind === 'propertyFile';
}

// An expression as a path is told by the rule on places of expressions.
function* checkPath(value: Json | undefined, path: Path): Iterable<Diagnostic> {
  if (looksLikeExpression(value)) return;
  if (typeof value === 'string' && parseJsonGetPath(value) !== undefined) return;
  yield diagnostics['malformed-json-path']({ given: describeJson(value), help: pathHelp(value) }, { path });
}

function pathHelp(value: Json | undefined): string {
  const meant = typeof value === 'string' && value.startsWith('$') ? value.replace(/^\$\.?/, '') : undefined;
  return meant !== undefined && parseJsonGetPath(meant) !== undefined
    ? `leave out the $: ${meant}`
    : "write members and indexes: metrics.mse, scores[0], metrics['validation.rmse']";
}
