import { defineDiagnostics } from '@millrace/schema';

/** What only `compile` says. */
export const compileDiagnostics = defineDiagnostics('definition', {
  'unbound-deploy-value': {
    severity: 'error',
    kind: 'refusal',
    message: (p: { names: readonly string[] }) => `the definition is not bound: ${p.names.join(', ')}`,
    help: (p: { names: readonly string[] }) =>
      `give ${p.names.map((name) => `--set ${name}=VALUE`).join(' ')}, or leave out --require-bound`,
    explanation:
      'With --require-bound, `compile` ends with exit code 1 while the definition holds deploy values: things only known at deployment, such ' +
      'as the role or the bucket. Without it they are listed in a note, and the definition is printed in its symbolic form.',
  },
});
