import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { didYouMean, listNames, suggest } from '../diagnostics/did-you-mean.js';

/** Messages on value expressions and on references inside text. */
export const valueDiagnostics = defineDiagnostics('spec', {
  'unknown-interpolation': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; help: string }) =>
      `"${p.given}" names nothing: allowed are \${parameters.NAME}, \${steps.STEP.outputs.OUTPUT} and \${execution.VARIABLE}`,
    help: (p) => p.help,
    explanation:
      'Text in a spec may contain parameters.NAME, steps.STEP.outputs.OUTPUT and execution.VARIABLE between a dollar sign with a brace and a closing brace. Anything else between these braces is an error, because SageMaker would take it literally and CloudFormation would try to substitute it.\n\nFor the literal text write the dollar sign twice.',
  },
  'unknown-reference': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; help: string }) => `"${p.given}" is not a known reference`,
    help: (p) => p.help,
    explanation:
      'Known are {{partition}}, {{region}}, {{account}}, {{env}}, {{org}}, {{domain}}, {{module_name}}, {{context:KEY}} and {{resolve:ssm:/PATH}}.\n\nFor literal braces write { literal: "…" }.',
  },
  'env-var-reference': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; help: string }) =>
      `"${p.given}" is refused: an environment variable would make the result depend on the machine`,
    help: (p) => p.help,
    explanation:
      'The same spec must always give the same definition. Values that differ between machines are deploy values: {{context:KEY}} with --set.',
  },
  'secret-reference': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; help: string }) =>
      `"${p.given}" is refused: everyone who may describe the pipeline could read the secret`,
    help: (p) => p.help,
    explanation:
      'A pipeline definition is readable by anyone with sagemaker:DescribePipeline, so a secret must never be resolved into it.',
  },
  'unknown-expression': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { key: string; allowed: readonly string[] }) => `"${p.key}" is no value expression`,
    help: (p) => suggest(p.key, p.allowed),
    explanation:
      'Where one value is expected, a map is an expression with exactly one key: parameter, stepOutput, property, propertyFile, execution, join, jsonGet or literal.',
  },
  'ambiguous-expression': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { keys: readonly string[] }) =>
      `a value expression has exactly one key, but this has ${p.keys.join(' and ')}`,
    help: (p) => `keep one of ${p.keys.join(', ')}`,
    explanation: 'A value expression is a map with exactly one key; with two it is not clear which is meant.',
  },
  'expression-instead-of-value': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { expected: string }) => `expected ${p.expected}, but this is a map, and no value expression`,
    help: () => 'write the value, or an expression such as { parameter: NAME }',
    explanation:
      'Where one value is expected, the only maps allowed are value expressions, such as { parameter: NAME }.',
  },
  'malformed-step-output': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string }) => `"${p.given}" does not name an output: the form is STEP.OUTPUT`,
    help: () => 'for example Preprocess.train or Train.modelArtifacts',
    explanation: 'An output of another step is named by the step and the output, with a dot between them.',
  },
  'malformed-property-file': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string }) => `"${p.given}" does not name a property file: the form is STEP.FILE`,
    help: () => 'for example Evaluate.Report; a figure inside it is { jsonGet: { step, propertyFile, path } }',
    explanation:
      'A property file is named by the step that declares it and its own name, with a dot between them. The expression stands for the S3 URI of the file.',
  },
  'malformed-property': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R28'],
    message: (p: { given: string }) => `"${p.given}" does not name a property: the form is STEP.Member[0]['key']`,
    help: () => 'for example Train.ModelArtifacts.S3ModelArtifacts',
    explanation:
      'A property of another step is a path into the response of the Describe call of its job, with the members of AWS.',
  },
  'unknown-execution-variable': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R43'],
    message: (p: { given: string; allowed: readonly string[] }) => `"${p.given}" is no execution variable`,
    help: (p) => {
      const near = didYouMean(p.given, p.allowed);
      return near === undefined ? `allowed: ${listNames(p.allowed)}` : `did you mean "${near}"?`;
    },
    explanation: 'The variables of an execution are fixed by SageMaker.',
  },
  'illegal-bucket-name': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R106'],
    message: (p: { given: string }) =>
      `"${p.given}" is not a legal bucket name: 3 to 63 of a-z, 0-9, "." and "-", beginning and ending with a letter or digit`,
    help: (p) =>
      p.given.startsWith('ssm:')
        ? 'an ssm: reference is always the whole value; put the whole URI into the parameter'
        : undefined,
    explanation:
      'The part of an S3 URI between s3:// and the next slash is a bucket name, and has the form that S3 demands.',
  },
  'not-an-s3-uri': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R106'],
    message: (p: { given: string }) => `"${p.given}" is not an S3 URI`,
    help: () => 'the form is s3://BUCKET/KEY; s3://<default_bucket>/… is the bucket of the pipeline',
    explanation: 'Inputs and outputs of SageMaker jobs lie in S3 and are named by s3://BUCKET/KEY.',
  },
});
