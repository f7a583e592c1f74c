import { deployValuesOf, type EnvironmentConfig } from '@millrace/schema';

/** The environment that a definition is checked for: its limits come from the project config. */
export interface PolicyEnvironment {
  readonly name: string;
  readonly config: EnvironmentConfig;
}

/** The deploy values that an environment names; none without an environment. */
export function environmentValues(environment: PolicyEnvironment | undefined): ReadonlyMap<string, string> {
  return environment === undefined ? new Map() : deployValuesOf(environment.name, environment.config);
}
