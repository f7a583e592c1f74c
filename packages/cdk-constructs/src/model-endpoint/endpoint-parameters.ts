import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';

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
  readonly owner: Required<ParameterOwner>;
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
    for (const [key, stringValue] of Object.entries(props.values))
      new ssm.StringParameter(this, key, { parameterName: `${prefixOf(props)}/${key}`, stringValue });
  }
}

function prefixOf({ owner, projectName, stageName }: EndpointParametersProps): string {
  return `/${owner.org}/${owner.domain}/${owner.moduleName}/endpoint/${projectName}-${stageName}`;
}
