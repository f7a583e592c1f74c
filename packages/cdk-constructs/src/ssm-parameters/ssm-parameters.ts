import type { PlatformText, SsmParameterModel } from '@millrace/compiler';
import { TEXT_KEY, textPartsOf } from '@millrace/schema';
import { CfnOutput, Token } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';

/** Settings of {@link SsmParameters}. */
export interface SsmParametersProps {
  /** As `ssmParametersOf` of the compiler has computed them, or with names of `ssmParameterName`. */
  readonly parameters: readonly SsmParameterModel[];
  readonly binder: DeployValueBinder;
}

/**
 * What others find a deployment by: each value as a parameter of the Systems Manager, and as an output of the stack. An
 * output is exported under the name of its parameter with `:` for `/`, as MDAA does; unlike MDAA's, its name keeps the
 * hyphens, so that the projects `a-b` and `ab` stay apart.
 */
export class SsmParameters extends Construct {
  constructor(scope: Construct, id: string, { parameters, binder }: SsmParametersProps) {
    super(scope, id);
    for (const { key, name, value, description } of parameters) {
      const text = binder.text(value);
      new ssm.StringParameter(this, key, {
        parameterName: binder.text(name),
        stringValue: text,
        description,
        // The name is a path, which the CDK cannot see where a part of it is a token.
        simpleName: false,
      });
      new CfnOutput(this, `${key}-output`, { value: text, description, exportName: exportName(name, binder) });
    }
  }
}

/** The name of an export has letters, digits, `:` and `-`; what only deployment knows must have no others by itself. */
function exportName(name: PlatformText, binder: DeployValueBinder): string {
  const parts = (textPartsOf(name) ?? [name]).map((part) =>
    typeof part === 'string' ? part.replaceAll('/', ':') : part,
  );
  const written = binder.text({ [TEXT_KEY]: parts }).replace(/^:/, '');
  return Token.isUnresolved(written) ? written : written.replaceAll(/[^A-Za-z0-9:-]/g, '-');
}
