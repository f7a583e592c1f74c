import { ssmParameterName } from '@millrace/compiler';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';

/** The places in a name of a parameter that say whose it is, as MDAA has them. */
export interface ParameterOwner {
  /** @default 'millrace' */
  readonly org?: string;
  /** @default - the environment of the artifact store */
  readonly domain?: string;
  /** @default - `projectName` */
  readonly moduleName?: string;
}

/** What is published of an endpoint. */
export interface EndpointParametersProps {
  readonly owner: ParameterOwner;
  readonly environment: string;
  readonly projectName: string;
  readonly stageName: string;
  readonly values: Readonly<Record<'endpoint-name' | 'endpoint-arn' | 'model-name' | 'kms-key-id', string>>;
}

/**
 * Parameters of the Systems Manager by which other stacks find an endpoint:
 * `/{org}/{domain}/{module}/endpoint/{project}-{stage}/endpoint-name` and so on, the names of MDAA's endpoint module.
 */
export class EndpointParameters extends Construct {
  constructor(scope: Construct, id: string, props: EndpointParametersProps) {
    super(scope, id);
    const { owner, environment, projectName, stageName } = props;
    const { org, domain, moduleName: module_name } = owner;
    const values = Object.fromEntries(Object.entries({ org, domain, module_name }).filter(isGiven));
    const binder = new DeployValueBinder(this, standardDeployValues(this, { environment, projectName, values }));
    const subject = { family: 'endpoint', subject: `${projectName}-${stageName}` };
    for (const [key, stringValue] of Object.entries(props.values)) {
      const parameterName = binder.text(ssmParameterName(subject, key));
      new ssm.StringParameter(this, key, { parameterName, stringValue });
    }
  }
}

function isGiven(entry: [string, string | undefined]): entry is [string, string] {
  return entry[1] !== undefined;
}
