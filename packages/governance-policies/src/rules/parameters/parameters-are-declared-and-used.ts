import { type Path, parseReference } from '@millrace/schema';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';

interface ParameterPlace {
  readonly name: string;
  readonly path: Path;
  readonly problem?: string;
  readonly edits?: readonly DefinitionEdit[];
}

/** MR-PAR-001 */
export const parametersAreDeclaredAndUsed = defineRule({
  id: 'MR-PAR-001',
  profiles: { baseline: 'warning' },
  title: 'parameters are declared, and what is declared is used',
  checks: 'Every entry of Parameters against every {"Get": "Parameters.…"}.',
  why: 'A parameter that nothing reads promises a choice that there is not: somebody starts the pipeline with another instance type and gets the old one. SageMaker refuses one that is read and not declared.',
  fix: { kind: 'safe', how: 'remove the parameter, or read it where it was meant' },
  source: 'Graph rules of Millrace; CreatePipeline',
  sameAs: ['graph/unused-parameter'],
  subjects: (context) => [...declared(context), ...missing(context)],
  judge: function* ({ problem, path, edits }) {
    if (problem !== undefined) yield violation(problem, { path, ...(edits !== undefined && { edits }) });
  },
});

function declared(context: PolicyContext): readonly ParameterPlace[] {
  const used = context.once(uses);
  const { Parameters: parameters = [] } = context.definition.definition;
  return parameters.map(({ Name: name }, index) => {
    const place = { name, path: ['Parameters', index] };
    if (used.has(name)) return place;
    const problem = `the parameter "${name}" is declared and never read`;
    return { ...place, problem, edits: [{ path: place.path, remove: true }] };
  });
}

function missing(context: PolicyContext): readonly ParameterPlace[] {
  const known = new Set((context.definition.definition.Parameters ?? []).map(({ Name }) => Name));
  return [...context.once(uses)]
    .filter(([name]) => !known.has(name))
    .flatMap(([name, paths]) =>
      paths.map((path) => ({ name, path, problem: `the parameter "${name}" is read and not declared` })),
    );
}

/** The places that read each parameter. */
function uses({ definition }: PolicyContext): ReadonlyMap<string, readonly Path[]> {
  const found = new Map<string, Path[]>();
  for (const { expression, path } of definition.expressions) {
    const text = expression.kind === 'get' ? expression.reference : undefined;
    const reference = typeof text === 'string' ? parseReference(text) : undefined;
    if (reference?.kind !== 'parameter') continue;
    const known = found.get(reference.name);
    if (known === undefined) found.set(reference.name, [path]);
    else known.push(path);
  }
  return found;
}
