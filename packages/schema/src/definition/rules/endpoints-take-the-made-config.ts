import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { DefinitionRule } from '../definition-rule.js';
import type { PlacedStep } from '../placed-steps.js';

const MEMBER = 'EndpointConfigName';

const diagnostics = defineDiagnostics('definition', {
  'guessed-endpoint-config': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R99'],
    message: (p: { name: string; step: string }) =>
      `"${p.name}" is not the name that the step "${p.step}" makes: SageMaker adds a suffix in every execution`,
    help: (p) => `write {"Get": "Steps.${p.step}.${MEMBER}"}`,
    explanation:
      'An EndpointConfig step makes a configuration whose name is unique in every execution. An Endpoint step that names it literally finds nothing, or an old configuration; the reference also makes it wait for the step.',
  },
});

/** An Endpoint step takes the configuration that the pipeline makes by reference. */
export const endpointsTakeTheMadeConfig: DefinitionRule = {
  rules: ['R99'],
  diagnostics,
  check: function* (context) {
    const makers = makersByName(context.stepsOfType('EndpointConfig'));
    for (const { step, path } of context.stepsOfType('Endpoint')) {
      const name = step.Arguments[MEMBER];
      const maker = typeof name === 'string' ? makers.get(name) : undefined;
      if (typeof name !== 'string' || maker === undefined) continue;
      yield diagnostics['guessed-endpoint-config']({ name, step: maker }, { path: [...path, 'Arguments', MEMBER] });
    }
  },
};

/** The steps that make configurations, by their names and by the beginnings of what they make. */
function makersByName(steps: readonly PlacedStep[]): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap(({ step }) => {
      const given = step.Arguments[MEMBER];
      const names = typeof given === 'string' ? [step.Name, given] : [step.Name];
      return names.map((name) => [name, step.Name] as const);
    }),
  );
}
