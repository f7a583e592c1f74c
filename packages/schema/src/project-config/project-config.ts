import { z } from 'zod';
import { DEPLOY_VALUE_FAMILIES, DEPLOY_VALUE_NAMES, isDeployValueName } from '../deploy-value.js';
import { suggest } from '../diagnostics/did-you-mean.js';
import { governanceSettings } from './governance-settings.js';
import { allowedInstances, budget, retention } from './project-limits.js';
import { allowUnknownMembers, limits } from './quota-settings.js';
import { oneOrMore, strictMap, text } from './strict-map.js';

const environmentName = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'the name of an environment begins with a lower-case letter; then lower-case letters, digits and "-"',
});

const deployValueName = z.string().refine((name): boolean => isDeployValueName(name), {
  error: ({ input }) => {
    const allowed = [...DEPLOY_VALUE_NAMES, ...DEPLOY_VALUE_FAMILIES.map((family) => `${family}…`)];
    return `"${String(input)}" is no deploy value; ${suggest(String(input), allowed) ?? ''}`;
  },
});

/** An id of EC2, or the SSM parameter that holds it. */
const idOf = (prefix: string) =>
  text.regex(new RegExp(`^(${prefix}-[0-9a-f]+|ssm:/\\S+)$`), {
    error: `expected ${prefix}-… with hexadecimal digits, or ssm:/PATH`,
  });

// The greatest numbers are those of VpcConfig in the requests of SageMaker.
const vpc = strictMap({
  vpcId: idOf('vpc').optional().describe('The VPC, for what is created around pipelines.'),
  subnetIds: oneOrMore(idOf('subnet'), 16).describe('Private subnets in which jobs run, 1 to 16.'),
  securityGroupIds: oneOrMore(idOf('sg'), 5).describe('Security groups of jobs, 1 to 5.'),
});

const bucketName = text.regex(/^[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9]$/, {
  error: 'expected the name of a bucket: 3 to 63 of a-z, 0-9, "." and "-"',
});

const buckets = strictMap({
  pipeline: bucketName.optional().describe('Existing bucket for what pipelines write: the deploy value "bucket".'),
  read: z
    .array(bucketName, { error: 'expected a list of buckets' })
    .optional()
    .describe('Further buckets that jobs may read.'),
});

const environment = strictMap({
  account: text
    .regex(/^\d{12}$/, { error: 'an AWS account is 12 digits, in quotes' })
    .optional()
    .describe('AWS account, 12 digits in quotes: the deploy value "account".'),
  region: text
    .regex(/^[a-z]{2,4}(-[a-z]+)+-\d+$/, { error: 'expected the name of an AWS region, such as us-east-1' })
    .optional()
    .describe('AWS region, as us-east-1: the deploy value "region".'),
  vpc: vpc.optional().describe('Network of the environment.'),
  buckets: buckets.optional().describe('Existing buckets.'),
  retention: retention.optional().describe('Days for which each prefix of the artifact layout is kept, or keep.'),
  allowedInstances: allowedInstances
    .optional()
    .describe('Instance types that pipelines may use, as ml.m5.* or ml.g5.xlarge.'),
  budget: budget.optional().describe('What pipelines may cost, in US dollars.'),
  governance: governanceSettings
    .optional()
    .describe('What holds of the governance rules here; over what the project says of them.'),
  values: z
    .record(deployValueName, text, { error: 'expected a map of deploy values' })
    .optional()
    .describe('Deploy values by name, as --set takes them; they win over those that follow from account and region.'),
  data: z
    .record(z.string().regex(/^s3:\/\/./, { error: 'expected an S3 URI, s3://…' }), text, {
      error: 'expected a map of S3 URIs to paths',
    })
    .optional()
    .describe('Local files by the S3 URI that they stand for in dry runs; paths relative to the config.'),
});

const settings = strictMap({
  environments: z
    .record(environmentName, environment, { error: 'expected a map of environments' })
    .default({})
    .describe('Where pipelines are deployed, by name: dev, preprod, prod.'),
  registry: text
    .optional()
    .describe(
      'The environment in which pipelines run and register models; the others read approved ones. The first without it.',
    ),
  packs: z
    .array(text.min(1, { error: 'the name of a pack is empty' }), { error: 'expected a list of packs' })
    .optional()
    .describe('Packs of governance rules that hold for the project.'),
  governance: governanceSettings
    .optional()
    .describe('Which governance rules hold, how loud they are, and their options.'),
  owners: oneOrMore(text.min(1, { error: 'an owner is empty' }), 50)
    .optional()
    .describe('Who is asked about the project: people or teams.'),
  limits: limits
    .optional()
    .describe('Quotas of SageMaker Pipelines that AWS raised for the account, as { steps: 120 }.'),
  allowUnknownMembers: allowUnknownMembers
    .optional()
    .describe('Members that AWS has added since this version was made, as Training.Arguments.NewMember.'),
});

/** The form of `project.config.yaml` (`DESIGN.md`, section 10). */
export const projectConfigSchema = settings.superRefine(({ registry, environments }, context) => {
  if (registry === undefined || Object.hasOwn(environments, registry)) return;
  const advice = suggest(registry, Object.keys(environments)) ?? 'add it below "environments:"';
  context.addIssue({
    code: 'custom',
    path: ['registry'],
    message: `there is no environment "${registry}"; ${advice}`,
  });
});

/** A project config as it was read. */
export type ProjectConfig = z.infer<typeof projectConfigSchema>;

/** One environment of a project. */
export type EnvironmentConfig = ProjectConfig['environments'][string];
