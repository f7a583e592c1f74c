import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { suggest } from '../diagnostics/did-you-mean.js';
import type { ArgumentProblem } from '../service-model/argument-problem.js';

/** What the texts need of a problem, and the step that has it. */
export interface DescribedProblem extends ArgumentProblem {
  /** The value in words: `"InstanceType"`, `an entry of "Subnets"`. */
  readonly what: string;
  /** The object around the value in words. */
  readonly around: string;
}

/** What SageMaker would refuse in the arguments of a step, measured against its service model (rules R4, R39, R40). */
export const argumentDiagnostics = defineDiagnostics('definition', {
  'unknown-member': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4'],
    message: (p: DescribedProblem) => `${p.around} has no member "${p.member}"`,
    help: (p) =>
      p.suggestion === undefined ? suggest(p.member ?? '', p.allowedNames ?? []) : `did you mean "${p.suggestion}"?`,
    explanation:
      'The arguments of a step mirror a request of the SageMaker API, and the service refuses members that the request does not have, at any depth ("Unknown Argument member"). The check uses the service model of the date that --version prints; a member that AWS added later can be allowed in the project config (allowUnknownMembers: [Training.Arguments.NewMember]).',
  },
  'refused-member': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4'],
    message: (p: DescribedProblem) => `a pipeline cannot set "${p.member}": ${p.reason}`,
    help: () => 'remove it',
    explanation: 'The API request has this member, but SageMaker Pipelines sets it itself or refuses it.',
  },
  'missing-member': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4', 'R73'],
    message: (p: DescribedProblem) => `${p.what} lacks the member "${p.member}", which is required`,
    help: (p) => `add "${p.member}"`,
    explanation: 'The API request that the arguments mirror requires this member.',
  },
  'expected-member': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R73'],
    message: (p: DescribedProblem) => `${p.what} lacks the member "${p.member}": ${p.reason}`,
    help: (p) => `add "${p.member}", so that nothing has to be guessed`,
    explanation:
      'The API requires this member, yet SageMaker has accepted a pipeline without it. What it uses instead is not documented.',
  },
  'wrong-type': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4'],
    message: (p: DescribedProblem) => `${p.what} must be ${p.allowed}, but ${p.given} is given`,
    help: (p) => (p.suggestion === undefined ? undefined : `write ${p.suggestion}`),
    explanation:
      'The value is of another JSON type than the API wants: a number in quotes is text, an object is no list.',
  },
  'not-in-enum': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4', 'R76', 'R80'],
    message: (p: DescribedProblem) => `${p.given} is not allowed as ${p.what}`,
    help: (p) => (p.suggestion === undefined ? `allowed: ${p.allowed}` : `did you mean ${quote(p.suggestion)}?`),
    explanation:
      'The API takes one of a fixed list of values here and refuses others ("failed to satisfy enum value set").',
  },
  'unknown-enum-value': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R4'],
    message: (p: DescribedProblem) =>
      `${p.given} is not among the values of ${p.what} that were known on ${p.modelDate}`,
    help: (p) =>
      p.suggestion === undefined
        ? 'check its spelling; AWS may have added it since'
        : `did you mean ${quote(p.suggestion)}?`,
    explanation:
      'AWS adds values, such as instance types, faster than tools are released. A well-formed value that the built-in service model does not know is therefore a warning that names the date of the model.',
  },
  'pattern-mismatch': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4', 'R75', 'R81', 'R106'],
    message: (p: DescribedProblem) => `${p.given} does not have the form of ${p.what}`,
    help: (p) => (p.suggestion === undefined ? `the form is ${p.allowed}` : `did you mean ${quote(p.suggestion)}?`),
    explanation: 'The API checks texts such as ARNs, names and URIs against patterns and refuses what does not match.',
  },
  'length-out-of-range': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4', 'R74', 'R75', 'R77', 'R82', 'R84', 'R105', 'R106'],
    message: (p: DescribedProblem) => `${p.what} has ${p.given}, but ${p.allowed} are allowed`,
    explanation:
      'The SageMaker API limits the length of this text and refuses longer or shorter ones. The message gives the length and the limits.',
  },
  'number-out-of-range': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4', 'R80'],
    message: (p: DescribedProblem) => `${p.what} must be ${p.allowed}, but ${p.given} is given`,
    explanation:
      'The SageMaker API takes only numbers of a certain range here, such as 1 to 100 instances of a Processing job. The message gives the limits.',
  },
  'size-out-of-range': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4', 'R73', 'R74', 'R75', 'R81', 'R82', 'R84', 'R104'],
    message: (p: DescribedProblem) => `${p.what} has ${p.given}, but ${p.allowed} are allowed`,
    explanation:
      'The SageMaker API limits the number of entries of this list or map, such as 10 inputs of a Processing job or 20 channels of a Training job.',
  },
  'expression-for-structure': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R40', 'R41'],
    message: (p: DescribedProblem) => `${p.what} cannot be an expression: SageMaker wants ${p.allowed}`,
    help: () => 'write the list or the object itself, with expressions for single values inside it',
    explanation:
      'An expression stands for one text, number or truth value, never for a list or an object ("Expecting start of Json Array", issues 2345 and 3908 of the SageMaker Python SDK).',
  },
  'expression-for-literal': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R41'],
    message: (p: DescribedProblem) => `${p.what} cannot be an expression: ${p.reason}`,
    help: () => 'write the value itself',
    explanation:
      'SageMaker reads a few values when the pipeline is created, not when it runs: the limits and the strategy of a tuning job, for example. No parameter or output can stand for them.',
  },
  'parameter-wanted': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R4'],
    message: (p: DescribedProblem) =>
      `${p.what} is ${p.given}, where a reference to a parameter is wanted: ${p.reason}`,
    help: () => 'declare a parameter with this default, and refer to it',
    explanation:
      'The name of what a step makes in Amazon Bedrock has to be new in every execution. A version of the SageMaker Python SDK says that the service refuses names that are written into the definition and takes only references to parameters.',
  },
  'number-without-point': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R4'],
    message: (p: DescribedProblem) => `${p.what} needs a decimal point, but ${p.given} is given: ${p.reason}`,
    help: (p) => `write ${p.allowed}`,
    explanation:
      'JSON tells 2 from 2.0, and SageMaker Pipelines takes only the second for this member (SDK v2.257.6, workflow/inference_component_step.py).',
  },
  'expression-of-wrong-type': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R39'],
    message: (p: DescribedProblem) => `${p.what} takes ${p.allowed}, but ${p.given} is given`,
    help: (p) => (p.suggestion === undefined ? 'use a parameter of that type' : `make it text: ${p.suggestion}`),
    explanation:
      'The service checks the type of references against the slot they stand in: a text slot does not take an Integer parameter. Std:Join with On "" makes text of any value (issues 2978 and 2410 of the SageMaker Python SDK).',
  },
});

function quote(suggestion: string): string {
  return suggestion.startsWith('"') ? suggestion : `"${suggestion}"`;
}
