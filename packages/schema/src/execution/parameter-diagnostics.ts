import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { suggest } from '../diagnostics/did-you-mean.js';

/** What can be wrong with the parameters that an execution is started with (rule R26). */
export const parameterDiagnostics = defineDiagnostics('simulation', {
  'missing-parameter': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R26'],
    message: (p: { name: string; type: string }) =>
      `Parameter "${p.name}" (${p.type}) has no default and was given no value.`,
    help: (p: { name: string }) => `give one: -p ${p.name}=VALUE`,
    explanation:
      'A parameter without a default must be given a value when an execution starts; SageMaker answers "Parameter is undefined" otherwise.\n\n' +
      'Give it with -p NAME=VALUE, under "parameters" of a scenario, or declare a default.',
  },
  'unknown-parameter': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R26'],
    message: (p: { name: string; declared: readonly string[] }) => `The pipeline has no parameter "${p.name}".`,
    help: (p: { name: string; declared: readonly string[] }) =>
      suggest(p.name, p.declared, 'its parameters') ?? 'the pipeline declares no parameters',
    explanation: 'StartPipelineExecution refuses a value for a parameter that the definition does not declare.',
  },
  'bad-parameter-value': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R26'],
    message: (p: { name: string; text: string; problem: string }) =>
      `Parameter "${p.name}" cannot be ${JSON.stringify(p.text.slice(0, 60))}: ${p.problem}.`,
    explanation:
      'Start values travel to SageMaker as text of 1 to 1024 characters and are converted to the declared type: Integer takes digits, Float a ' +
      'decimal number, Boolean true or false in any case. A parameter with EnumValues takes only those.',
  },
});
