import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Path } from '../../diagnostics/diagnostic.js';
import type { DefinitionContext } from '../definition-context.js';
import type { DefinitionRule } from '../definition-rule.js';

const LONGEST = 64;
const FORM = /^[A-Za-z0-9\-_]+$/;

const diagnostics = defineDiagnostics('definition', {
  'invalid-name': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R7', 'R18'],
    message: (p: { what: string; name: string }) =>
      p.name.length > LONGEST
        ? `the name of a ${p.what} has at most ${LONGEST} characters, but ${p.name.length} are given`
        : `"${p.name}" is not a name of a ${p.what}`,
    help: (p) => (p.name.length > LONGEST ? 'shorten it' : 'letters, digits, "-" and "_" are allowed'),
    explanation: 'Names of steps and of parameters have 1 to 64 letters, digits, hyphens and underscores.',
  },
  'no-steps': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R5'],
    message: () => 'the pipeline has no steps',
    help: () => 'add at least one step',
    explanation:
      'A pipeline has 1 to 50 steps. (The JSON schema that AWS publishes accepts none; the service does not.)',
  },
});

/** There are steps, and the names of steps and parameters have the form that SageMaker takes. */
export const namesAreWellFormed: DefinitionRule = {
  rules: ['R5', 'R7', 'R18'],
  diagnostics,
  check: function* (context) {
    if (context.steps.length === 0) yield diagnostics['no-steps']({}, { path: ['Steps'] });
    for (const { what, name, path } of namesIn(context)) {
      if (name.length > LONGEST || !FORM.test(name)) yield diagnostics['invalid-name']({ what, name }, { path });
    }
  },
};

function namesIn({ definition, steps }: DefinitionContext): readonly { what: string; name: string; path: Path }[] {
  return [
    ...(definition.Parameters ?? []).map(({ Name }, index) => ({
      what: 'parameter',
      name: Name,
      path: ['Parameters', index, 'Name'],
    })),
    ...steps.map(({ step, path }) => ({ what: 'step', name: step.Name, path: [...path, 'Name'] })),
  ];
}
