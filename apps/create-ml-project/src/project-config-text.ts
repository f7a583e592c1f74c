import type { ProjectEnvironment } from './environments/project-environment.js';

/** What the project config says of environments. */
export interface ProjectConfigContent {
  readonly environments: readonly ProjectEnvironment[];
  /** AWS region of all environments. */
  readonly region: string;
  /** Name of the environment that holds the model registry. */
  readonly registry: string;
}

export const projectConfigFile = 'project.config.yaml';

/** The text of `project.config.yaml`, which belongs to the project's platform engineer from then on. */
export function projectConfigText({ environments, region, registry }: ProjectConfigContent): string {
  const open = environments.every(({ account }) => account === undefined);
  const lines = [
    '# yaml-language-server: $schema=node_modules/@millrace/schema/project-config.schema.json',
    '#',
    '# Where the pipelines are deployed. The platform engineer changes this file; infra/ and "millrace ... -e dev" read it.',
    ...(open ? accountsAreOpen : []),
    '',
    'environments:',
    ...environments.flatMap((environment, index) => environmentLines(environment, region, index)),
    '',
    '# Pipelines run and register models in this environment; the others may read the approved ones, and nothing else.',
    `registry: ${registry}`,
    ...governance,
  ];
  return `${lines.join('\n')}\n`;
}

const accountsAreOpen = [
  '#',
  '# The accounts are not filled in yet, so all environments are taken to be one account: whichever is deployed to. Fill',
  '# in all of them before the first deployment.',
];

const governance = [
  '',
  '# The rules that "millrace check" demands: baseline; regulated adds to it; cost stands alone. An environment may have a',
  '# "governance:" of its own. Single rules: "rules: { MR-IMG-003: { registries: ["111111111111"] }, MR-REG-005: off }".',
  'governance:',
  '  profiles: [baseline]',
];

/** Quoted, because an account may begin with 0. */
function environmentLines({ name, account }: ProjectEnvironment, region: string, index: number): string[] {
  const example = String((index % 9) + 1).repeat(12);
  const line = account === undefined ? `# account: "${example}"` : `account: "${account}"`;
  return [`  ${name}:`, `    ${line}`, `    region: ${region}`];
}
