import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { didYouMean, listNames, suggest } from '../diagnostics/did-you-mean.js';
import { shorten } from './describe-value.js';

/** Messages on the form of a spec; those of single values lie beside the values. */
export const specDiagnostics = defineDiagnostics('spec', {
  'missing-key': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { key: string; what?: string | undefined }) =>
      `"${p.key}" is missing${p.what === undefined ? '' : `: ${p.what}`}`,
    help: (p) => `add "${p.key}:" here`,
    explanation: 'The spec lacks a key that has no default. The diagnostic points at the map that should hold it.',
  },
  'unknown-key': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R3'],
    message: (p: { key: string; allowed: readonly string[]; given: readonly string[] }) => `unknown key "${p.key}"`,
    help: (p) => {
      const near = didYouMean(p.key, p.allowed);
      if (near !== undefined)
        return `did you mean "${near}"?${p.given.includes(near) ? ' It is already given: remove one of the two.' : ''}`;
      return p.allowed.length === 0 ? 'no keys are allowed here' : `allowed: ${listNames(p.allowed)}`;
    },
    explanation:
      'Specs are strict: a key that Millrace does not know is an error, because a misspelt key would otherwise be ignored silently.\n\nRemove the key, or use the name that the help offers.',
  },
  'wrong-type': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { expected: string; given: string; help?: string | undefined }) =>
      `expected ${p.expected}, but this is ${p.given}`,
    help: (p) => p.help,
    explanation: 'A value of another kind is wanted here: text, a number, true or false, a list, or a map.',
  },
  'not-allowed-value': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; allowed: readonly string[] }) => `"${shorten(p.given)}" is not allowed here`,
    help: (p) => suggest(p.given, p.allowed),
    explanation: 'The value must be one of a fixed list, which the help shows.',
  },
  'too-long': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R7', 'R12'],
    message: (p: { what: string; given: number; atMost: number; unit: string }) =>
      `${p.what} is too long: ${p.given} ${p.unit} given, at most ${p.atMost} allowed`,
    help: (p) => `shorten it to ${p.atMost} ${p.unit} or fewer`,
    explanation: 'A text or a list is longer than AWS allows. The message gives both numbers.',
  },
  'too-short': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { what: string; given: number; atLeast: number; unit: string }) =>
      `${p.what} is too short: ${p.given} ${p.unit} given, at least ${p.atLeast} needed`,
    help: (p) => `give at least ${p.atLeast}`,
    explanation: 'A text or a list is shorter than AWS allows, often empty where something must be given.',
  },
  'out-of-range': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { what: string; given: string; range: string }) =>
      `${p.what} must be ${p.range}, but ${p.given} is given`,
    explanation: 'A number lies outside the range that AWS allows.',
  },
  malformed: {
    severity: 'error',
    kind: 'blocking',
    message: (p: { what: string; given: string; allowed: string; help?: string | undefined }) =>
      `"${p.given}" is not ${p.what}: ${p.allowed}`,
    help: (p) => p.help,
    explanation:
      'A text does not have the form that AWS demands, such as the characters of a name or the pattern of an ARN.',
  },
  'quote-number': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R17'],
    message: (p: { written: string; why: string }) => `the number ${p.written} would lose digits as text: ${p.why}`,
    help: (p) => `quote it: "${p.written}"`,
    explanation:
      'YAML reads unquoted digits as a number: a leading zero is dropped, and integers beyond 2^53 are rounded. In a place that wants text (an account id, a hyperparameter) that would silently change the value.\n\nQuote the text.',
  },
  'exactly-one': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { what: string; keys: readonly string[]; given: readonly string[] }) =>
      `${p.what} takes exactly one of ${p.keys.join(', ')}; ${p.given.length === 0 ? 'none is given' : `${p.given.join(' and ')} are given`}`,
    help: (p) => (p.given.length === 0 ? `give one of ${p.keys.join(', ')}` : `keep one of ${p.given.join(', ')}`),
    explanation:
      'Several keys say the same thing in different ways. Give exactly one of them, so that nothing is ignored.',
  },
  'missing-companion': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R104'],
    message: (p: { given: string; missing: string; why: string }) =>
      `"${p.given}" needs "${p.missing}" beside it: ${p.why}`,
    help: (p) => `add "${p.missing}", or remove "${p.given}"`,
    explanation:
      'Some keys only mean something together, such as the subnets and security groups of a VPC, or a bucket and the key that encrypts it.',
  },
  'duplicate-name': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R73', 'R81', 'R84'],
    message: (p: { what: string; name: string }) => `${p.what} "${p.name}" is given twice`,
    help: () => 'rename or remove one of the two',
    explanation:
      'Inputs, outputs, channels, metrics and property files of a step are addressed by name, so a name may stand once in its list.',
  },
  'duplicate-parameter': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R18'],
    message: (p: { name: string }) => `parameter "${p.name}" is declared twice`,
    help: () => 'rename or remove one of the two',
    explanation: 'Parameters are addressed by name, so each name may be declared once.',
  },
  'parameter-default': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R20', 'R21'],
    message: (p: { name: string; type: string; given: string; allowed: string }) =>
      `the default of parameter "${p.name}" is ${p.given}, which is no ${p.type}`,
    help: (p) => `give ${p.allowed}, or change the type`,
    explanation:
      'The default of a parameter must have the type of the parameter. A number may be quoted, as in MDAA; it is emitted as a number.',
  },
  'parameter-enum': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R22'],
    message: (p: { problem: string }) => p.problem,
    explanation: 'enumValues are for String parameters: 1 to 16 distinct texts, and the default must be among them.',
  },
  'long-pipeline-name': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R12'],
    message: (p: { given: number }) =>
      `the pipeline name has ${p.given} characters; CreatePipeline has refused names over 82`,
    help: () => 'use at most 82 characters',
    explanation:
      'The API allows 256 characters, but the default display name of an execution derives from the pipeline name and may have 82 (aws/sagemaker-python-sdk issue 2933).',
  },
  'cache-in-months': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R69'],
    message: (p: { months: string }) =>
      `a capital M before the T means months: results are used again for ${p.months} months`,
    help: (p) => `for minutes write ${p.months}m or PT${p.months}M`,
    explanation:
      'In ISO 8601, P30M is 30 months and PT30M is 30 minutes. A cache that lives for months is rarely meant, and stale results are not noticed.',
  },
  'not-deployed': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { key: string }) =>
      `"${p.key}" is accepted for compatibility with MDAA, but Millrace does not deploy it`,
    help: (p) => `remove "${p.key}" to silence this`,
    explanation:
      'service_catalog_product_config and sagemakerBlueprint belong to the MDAA framework around its modules. Millrace reads and ignores them.',
  },
});
