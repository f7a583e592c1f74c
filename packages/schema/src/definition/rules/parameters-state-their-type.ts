import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'parameter-without-type': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R19'],
    message: (p: { name: string }) => `the parameter "${p.name}" has no type, so it is read as a String`,
    help: () => 'add "Type": "String", or the type that is meant',
    explanation:
      'The published schema and examples of AWS leave the type of a String parameter out, while the API and the SageMaker SDK always state it. Stating it makes sure that the parameter is what it was meant to be.',
  },
});

/** Parameters state their type. */
export const parametersStateTheirType: DefinitionRule = {
  rules: ['R19'],
  diagnostics,
  foreignOnly: true,
  check: function* ({ definition }) {
    for (const [index, { Name: name, Type }] of (definition.Parameters ?? []).entries()) {
      if (Type === undefined) yield diagnostics['parameter-without-type']({ name }, { path: ['Parameters', index] });
    }
  },
};
