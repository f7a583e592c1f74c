import { defineDiagnostics } from '@millrace/schema';

/** What only `dry-run` says. */
export const runDiagnostics = defineDiagnostics('simulation', {
  'invented-deploy-value': {
    severity: 'info',
    kind: 'remark',
    message: (p: { name: string; value: string }) =>
      `the deploy value ${p.name} is only known at deployment; this run uses "${p.value}"`,
    help: (p: { name: string }) => `--set ${p.name}=VALUE, or \`values:\` of an environment with -e ENV`,
    explanation:
      'A local run never fails for want of a deploy value. What has no natural local value, such as an SSM parameter or a CDK context value, ' +
      'gets an invented one, which is fine as long as no script depends on it.',
  },
  'condition-undecided': {
    severity: 'error',
    kind: 'refusal',
    message: (p: { step: string }) => `nothing decides ${p.step}, and --fail-on-undecided was given`,
    help: (p: { step: string }) => `--assume ${p.step}=true, or a --scenario that gives what it reads`,
    explanation:
      'A condition that reads what no script wrote is undecided: both sides are shown and none is guessed. --fail-on-undecided makes that ' +
      'exit code 1, for checks that want a definite answer.',
  },
});
