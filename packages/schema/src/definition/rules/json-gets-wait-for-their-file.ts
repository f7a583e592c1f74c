import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Json } from '../../source/json.js';
import type { DefinitionContext } from '../definition-context.js';
import type { OwnedExpression } from '../definition-expressions.js';
import type { DefinitionRule } from '../definition-rule.js';
import { looksLikeExpression } from '../expression.js';
import { walkExpressions } from '../walk-expressions.js';

const diagnostics = defineDiagnostics('definition', {
  'json-get-uri': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R49'],
    message: (p: { problem: string }) => p.problem,
    help: () =>
      'write {"Std:Join": {"On": "/", "Values": [texts, parameters, execution variables, properties of steps]}}',
    explanation:
      'The S3Uri of a Std:JsonGet is a Std:Join of texts, parameters, execution variables and properties of steps. Another Std:Join or Std:JsonGet inside it is not resolved.',
  },
  'json-get-without-order': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R49'],
    message: (p: { step: string }) =>
      `"${p.step}" reads a file in S3, but nothing makes it wait for the step that writes the file`,
    help: () => 'name that step in DependsOn, or build the URI from one of its properties',
    explanation:
      'Reading a file by its S3Uri creates no dependency on the step that writes it, unless a property of that step is part of the URI. Without a dependency the file may be read before it is written.',
  },
});

/** A file that is read by its URI has a resolvable URI and is written before. */
export const jsonGetsWaitForTheirFile: DefinitionRule = {
  rules: ['R49'],
  diagnostics,
  check: function* (context) {
    const ordered = stepsThatWait(context);
    for (const placed of context.expressions) {
      if (placed.expression.kind === 'jsonGet') yield* checkUri(placed, placed.expression.members['S3Uri'], ordered);
    }
  },
};

function* checkUri(placed: OwnedExpression, uri: Json | undefined, ordered: ReadonlySet<string>) {
  if (uri === undefined) return;
  const path = [...placed.path, 'Std:JsonGet', 'S3Uri'];
  const kinds = kindsIn(uri);
  if (kinds[0] !== 'join') {
    yield diagnostics['json-get-uri']({ problem: 'the S3Uri of a Std:JsonGet is a Std:Join' }, { path });
  } else if (kinds.slice(1).some((kind) => kind === 'join' || kind === 'jsonGet')) {
    yield diagnostics['json-get-uri']({ problem: 'the S3Uri of a Std:JsonGet cannot hold another function' }, { path });
  }
  const { owner } = placed;
  if (owner === undefined || ordered.has(owner.step.Name)) return;
  yield diagnostics['json-get-without-order']({ step: owner.step.Name }, { path });
}

function kindsIn(uri: Json): readonly string[] {
  if (!looksLikeExpression(uri)) return [];
  const kinds: string[] = [];
  walkExpressions(uri, [], ({ expression }) => kinds.push(expression.kind));
  return kinds;
}

/** The names of steps that depend on a step or read a value of one. */
function stepsThatWait({ steps, expressions }: DefinitionContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { step } of steps) if ((step.DependsOn ?? []).length > 0) names.add(step.Name);
  for (const { expression, owner } of expressions) {
    if (owner === undefined || expression.kind !== 'get' || typeof expression.reference !== 'string') continue;
    if (expression.reference.startsWith('Steps.')) names.add(owner.step.Name);
  }
  return names;
}
