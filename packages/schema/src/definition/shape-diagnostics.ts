import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { suggest } from '../diagnostics/did-you-mean.js';
import { DEFINITION_VERSION, PARAMETER_TYPES } from './pipeline-definition.js';

/** Why a JSON document cannot be worked with as a pipeline definition. */
export const shapeDiagnostics = defineDiagnostics('definition', {
  'not-a-definition': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string }) =>
      `a pipeline definition is a map with "Version" and "Steps", but ${p.given} is given`,
    help: () => 'give the JSON of a SageMaker pipeline definition, as DescribePipeline returns it',
    explanation:
      'The document is JSON, but its outermost value is not a map, so that it cannot be a pipeline definition.',
  },
  'missing-key': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { key: string; of: string }) => `"${p.key}" of ${p.of} is missing`,
    help: (p) => `add "${p.key}"`,
    explanation:
      'A member without which the definition cannot be understood is missing: the list of steps, the name or the type of a step, the name of a parameter. The diagnostic points at the map that lacks it.',
  },
  'wrong-shape': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R33', 'R41'],
    message: (p: { what: string; expected: string; given: string }) =>
      `${p.what} must be ${p.expected}, but ${p.given} is given`,
    help: (p) =>
      p.given === 'an expression'
        ? `SageMaker resolves expressions inside Arguments only: write ${p.expected} here`
        : undefined,
    explanation:
      'The frame of a definition has fixed shapes: steps are maps, names are texts, DependsOn is a list of texts. Expressions (Get, Std:Join, Std:JsonGet) are not resolved there.',
  },
  'unknown-parameter-type': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R19'],
    message: (p: { given: string }) => `${p.given} is not a type of pipeline parameters`,
    help: (p) => suggest(p.given, PARAMETER_TYPES, 'types'),
    explanation: 'A pipeline parameter is of type String, Integer, Float or Boolean. Without a type it is a String.',
  },
  'duplicate-parameter': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R18'],
    message: (p: { name: string }) => `two parameters are named "${p.name}"`,
    help: () => 'remove or rename one of them',
    explanation: 'A value is taken from a parameter by its name, so that a name stands for one parameter only.',
  },
  'unknown-version': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R1'],
    message: (p: { given: string }) =>
      `the version of the definition must be the text "${DEFINITION_VERSION}", but ${p.given} is given`,
    help: () => `write "Version": "${DEFINITION_VERSION}"`,
    explanation: 'There is one version of the pipeline definition schema, 2020-12-01, and a definition states it.',
  },
});
