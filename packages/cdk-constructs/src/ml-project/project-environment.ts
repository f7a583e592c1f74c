import { deployValuesOf, type EnvironmentConfig, type ProjectConfig, registryEnvironmentOf } from '@millrace/schema';
import { Aws, type Environment } from 'aws-cdk-lib';

/** An environment of `project.config.yaml`, in the words of the CDK. */
export interface ProjectEnvironment {
  /** Lower-case letters, digits and `-`: `dev`, `prod`. */
  readonly name: string;
  /** For stacks: the region, and the account where the config has one. */
  readonly env: Environment;
  /** The account; a token for that of the stack where the config has none, which holds for all environments then. */
  readonly account: string;
  readonly region: string;
  /** Whether models are made and registered here; exactly one environment of a project is that. */
  readonly holdsRegistry: boolean;
  /** Deploy values by name, as `-e` gives them to the command line. */
  readonly values: Readonly<Record<string, string>>;
  /** All that the config says of it. */
  readonly config: EnvironmentConfig;
}

/**
 * The environments of a project, in the order of the config; at least one.
 * @param where the config lies, for messages
 * @throws Error where there is none, one has no region, or only some have an account
 */
export function projectEnvironments(config: ProjectConfig, where: string): readonly ProjectEnvironment[] {
  const environments = Object.entries(config.environments);
  const problem = problemWith(config.environments);
  if (problem !== undefined) throw new Error(`The project config in ${where} ${problem}`);
  const registry = registryEnvironmentOf(config);
  return environments.map(([name, environment]) => projectEnvironment(name, environment, name === registry));
}

function projectEnvironment(name: string, config: EnvironmentConfig, holdsRegistry: boolean): ProjectEnvironment {
  // Every environment has one: `problemWith` has seen to it.
  const { account, region = '' } = config;
  return {
    name,
    env: { region, ...(account && { account }) },
    account: account ?? Aws.ACCOUNT_ID,
    region,
    holdsRegistry,
    values: Object.fromEntries(deployValuesOf(name, config)),
    config,
  };
}

/** Names, images and grants between accounts hold region and account, so both sides must be known. */
function problemWith(environments: ProjectConfig['environments']): string | undefined {
  const names = Object.keys(environments);
  if (names.length === 0) return 'names no environments: add at least one below "environments:".';
  const nowhere = names.filter((name) => environments[name]?.region === undefined);
  if (nowhere.length > 0) return `gives ${nowhere.join(', ')} no region: add "region:", as eu-west-1.`;
  const without = names.filter((name) => environments[name]?.account === undefined);
  if (without.length === 0 || without.length === names.length) return undefined;
  return (
    `gives ${without.join(', ')} no account, but others: give every environment its account, or none, which makes ` +
    'all of them the one account that is deployed to.'
  );
}
