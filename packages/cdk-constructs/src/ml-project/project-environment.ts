import { deployValuesOf, type EnvironmentConfig, type ProjectConfig, registryEnvironmentOf } from '@millrace/schema';
import { Aws, type Environment } from 'aws-cdk-lib';

/** An environment of `project.config.yaml`, in the words of the CDK. */
export interface ProjectEnvironment {
  /** Lower-case letters, digits and `-`: `dev`, `prod`. */
  readonly name: string;
  /** For stacks: account and region, as far as the config has them. */
  readonly env: Environment;
  /** The account; a token for that of the stack where the config has none, which holds for all environments then. */
  readonly account: string;
  /** The region; a token for that of the stack where the config has none. */
  readonly region: string;
  /** Whether models are made and registered here; exactly one environment of a project is that. */
  readonly holdsRegistry: boolean;
  /** Deploy values by name, as `-e` gives them to the command line. */
  readonly values: Readonly<Record<string, string>>;
  /** All that the config says of it. */
  readonly config: EnvironmentConfig;
}

/** The environments of a project, in the order of the config. */
export function projectEnvironments(config: ProjectConfig): readonly ProjectEnvironment[] {
  const registry = registryEnvironmentOf(config);
  return Object.entries(config.environments).map(([name, environment]) => {
    const { account, region } = environment;
    return {
      name,
      env: { ...(account && { account }), ...(region && { region }) },
      account: account ?? Aws.ACCOUNT_ID,
      region: region ?? Aws.REGION,
      holdsRegistry: name === registry,
      values: Object.fromEntries(deployValuesOf(name, environment)),
      config: environment,
    };
  });
}
