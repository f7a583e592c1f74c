import type { DeployValueName } from '@millrace/schema';
import { Aws, Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import type { DeployValueTokens } from './deploy-value-binder.js';

/** What the deploy values of a deployment follow from. */
export interface StandardDeployValues {
  /** The name of the environment: `dev`, `prod`. */
  readonly environment: string;
  /** The project; the deploy value `module_name` by default. */
  readonly projectName: string;
  /** Values by name; they win. */
  readonly values: Readonly<Record<string, string>>;
}

/** The organisation in the names of SSM parameters where nobody says another. */
export const DEFAULT_ORG = 'millrace';

/**
 * The values that every deployment has: account, region and partition of the stack, the environment, and what `ssm:` and
 * `context:` stand for. `domain` is the environment, so that environments of one account keep their names apart.
 */
export function standardDeployValues(
  scope: Construct,
  { environment, projectName, values }: StandardDeployValues,
): DeployValueTokens {
  const stack = Stack.of(scope);
  const standard: Readonly<Record<string, string>> = {
    partition: Aws.PARTITION,
    region: stack.region,
    account: stack.account,
    environment,
    org: DEFAULT_ORG,
    domain: environment,
    module_name: projectName,
  };
  return (name) => own(values, name) ?? own(standard, name) ?? parameterValue(scope, name) ?? contextValue(scope, name);
}

function own(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** A parameter of the template that CloudFormation fills from the Systems Manager; one for each path in a stack. */
function parameterValue(scope: Construct, name: DeployValueName): string | undefined {
  return name.startsWith('ssm:')
    ? StringParameter.valueForStringParameter(scope, name.slice('ssm:'.length))
    : undefined;
}

function contextValue(scope: Construct, name: DeployValueName): string | undefined {
  if (!name.startsWith('context:')) return undefined;
  const value: unknown = scope.node.tryGetContext(name.slice('context:'.length));
  return value === undefined || value === null ? undefined : String(value);
}
