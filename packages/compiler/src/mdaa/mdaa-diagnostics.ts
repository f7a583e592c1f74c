import { defineDiagnostics, listNames, suggest } from '@millrace/schema';

/** Messages about the config of an MDAA deployment (`--mdaa`). */
export const mdaaDiagnostics = defineDiagnostics('project', {
  'not-an-mdaa-config': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { problem: string }) => `this is no config of an MDAA deployment: ${p.problem}`,
    help: () => 'give the file that names "organization" and, below "domains", their "environments" with "modules"',
    explanation:
      'With --mdaa, Millrace takes organization, domain, environment, module name and context from the config of an MDAA deployment (mdaa.yaml). It reads nothing else of it: other keys are the framework’s.',
  },
  'mdaa-choice-needed': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { choices: readonly string[] }) =>
      `the MDAA config has more than one environment for this pipeline: ${listNames(p.choices)}`,
    help: (p) => `choose one: --mdaa-scope ${p.choices[0] ?? 'DOMAIN/ENVIRONMENT'}`,
    explanation:
      'Deploy values differ between environments, so one must be chosen, unless only one module lists the pipeline among its module_configs.',
  },
  'unknown-mdaa-scope': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string; known: readonly string[] }) => `the MDAA config has no "${p.given}"`,
    help: (p) => suggest(p.given, p.known, 'known'),
    explanation:
      '--mdaa-scope names a domain, an environment of it, and if need be a module of that, as DOMAIN/ENVIRONMENT/MODULE.',
  },
});
