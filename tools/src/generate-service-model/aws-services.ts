/** How the members of a service stand in a pipeline definition, and how its shapes are told from those of others. */
export interface AwsService {
  /** The only API version so far. */
  readonly apiVersion: string;
  /** Before the name of each shape, because services share names; SageMaker's own have none. */
  readonly prefix: string;
  /** True where a definition writes `ModelName` for the `modelName` of the service. */
  readonly pascalCase: boolean;
}

/** The AWS services whose requests steps mirror, by botocore's name. */
export const AWS_SERVICES = {
  sagemaker: { apiVersion: '2017-07-24', prefix: '', pascalCase: false },
  emr: { apiVersion: '2009-03-31', prefix: 'Emr', pascalCase: false },
  'emr-serverless': { apiVersion: '2021-07-13', prefix: 'EmrServerless', pascalCase: false },
  // SDK v2.257.6 workflow/bedrock_steps.py: "pipeline Arguments fields are PascalCase", nested ones in its unit tests too.
  bedrock: { apiVersion: '2023-04-20', prefix: 'Bedrock', pascalCase: true },
} as const satisfies Readonly<Record<string, AwsService>>;

/** A service by botocore's name. */
export type AwsServiceName = keyof typeof AWS_SERVICES;

/** All services. */
// Object.keys is typed string[]; the constant above has exactly these keys.
export const AWS_SERVICE_NAMES = Object.keys(AWS_SERVICES) as readonly AwsServiceName[];
