import { type DeployValueType, type Diagnostic, defineDiagnostics } from '@millrace/schema';
import type { IllTypedValue } from './bind-deploy-values.js';

/** Messages on deploy values that are no text. */
export const illTypedDiagnostics = defineDiagnostics('project', {
  'deploy-value-of-wrong-type': {
    severity: 'error',
    kind: 'blocking',
    message: (p: IllTypedValue) => `the deploy value ${p.name} is "${p.given}", but ${WANTED[p.type]} is wanted`,
    help: (p) => `for example --set ${p.name}=${EXAMPLES[p.type]}`,
    explanation:
      'A deploy value may stand for a number or a flag, such as the number of instances. It is given as text, with --set or in the project config, and becomes what AWS wants in its place; a time span is given in seconds. This text cannot.',
  },
});

const WANTED: Readonly<Record<DeployValueType, string>> = {
  String: 'text',
  Integer: 'a whole number',
  Float: 'a number',
  Boolean: 'true or false',
};

const EXAMPLES: Readonly<Record<DeployValueType, string>> = {
  String: 'text',
  Integer: '1',
  Float: '0.5',
  Boolean: 'true',
};

/** One message for each value of the wrong type. */
export function describeIllTyped(values: readonly IllTypedValue[]): readonly Diagnostic[] {
  return values.map((value) => illTypedDiagnostics['deploy-value-of-wrong-type'](value, { path: [] }));
}
