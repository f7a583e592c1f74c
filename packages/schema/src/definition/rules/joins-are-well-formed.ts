import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { describeJson } from '../../source/describe-json.js';
import { isJsonList, isJsonObject, type Json } from '../../source/json.js';
import type { DefinitionRule } from '../definition-rule.js';
import { looksLikeExpression } from '../expression.js';

const diagnostics = defineDiagnostics('definition', {
  'malformed-join': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R44'],
    message: (p: { problem: string }) => p.problem,
    help: () => 'write {"Std:Join": {"On": "/", "Values": ["s3://bucket", {"Get": "Execution.PipelineExecutionId"}]}}',
    explanation:
      'Std:Join concatenates its Values with the text On between them. On is literal text; Values is a list of at least one text, number, truth value or expression. Lists, maps and null cannot be joined.',
  },
});

/** A join has a text between its values and at least one value that has a text. */
export const joinsAreWellFormed: DefinitionRule = {
  rules: ['R44'],
  diagnostics,
  check: function* ({ expressions }) {
    for (const { expression, path } of expressions) {
      if (expression.kind === 'join') yield* checkJoin(expression, [...path, 'Std:Join']);
    }
  },
};

// An expression as On is told by the rule on places of expressions.
function* checkJoin({ on, values }: { on: Json; values: Json }, path: Path): Iterable<Diagnostic> {
  if (typeof on !== 'string' && !looksLikeExpression(on)) {
    yield diagnostics['malformed-join'](
      { problem: `"On" of a join is text, but ${describeJson(on)} is given` },
      { path: [...path, 'On'] },
    );
  }
  if (!isJsonList(values) || values.length === 0) {
    const given = isJsonList(values) ? 'an empty list' : describeJson(values);
    yield diagnostics['malformed-join'](
      { problem: `"Values" of a join is a list of at least one value, but ${given} is given` },
      { path: [...path, 'Values'] },
    );
    return;
  }
  for (const [index, value] of values.entries()) {
    if (value !== null && !isJsonList(value) && (!isJsonObject(value) || looksLikeExpression(value))) continue;
    yield diagnostics['malformed-join'](
      { problem: `${describeJson(value)} cannot be joined` },
      { path: [...path, 'Values', index] },
    );
  }
}
