import { z } from 'zod';
import { DEPLOY_VALUE_FAMILIES, DEPLOY_VALUE_NAMES, isDeployValueName } from '../deploy-value.js';
import { suggest } from '../diagnostics/did-you-mean.js';
import { SourceNumber } from '../source/source-number.js';
import { strictMap } from './strict-map.js';

const text = z.string({
  error: ({ input }) =>
    input instanceof SourceNumber
      ? `expected text, but this is a number: quote it: "${input.written}"`
      : 'expected text',
});

// Filled by the features that read them; accepted so that one config serves every version.
const later = z.unknown().optional();

const environmentName = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'the name of an environment begins with a lower-case letter; then lower-case letters, digits and "-"',
});

const deployValueName = z.string().refine(isDeployValueName, {
  error: ({ input }) => {
    const allowed = [...DEPLOY_VALUE_NAMES, ...DEPLOY_VALUE_FAMILIES.map((family) => `${family}…`)];
    return `"${String(input)}" is no deploy value; ${suggest(String(input), allowed) ?? ''}`;
  },
});

const environment = strictMap({
  account: text.regex(/^\d{12}$/, { error: 'an AWS account is 12 digits, in quotes' }).optional(),
  region: text
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'expected the name of an AWS region, such as us-east-1' })
    .optional(),
  /** Deploy values by name, as `--set` takes them. */
  values: z.record(deployValueName, text, { error: 'expected a map of deploy values' }).optional(),
  /** Local files by the S3 URI that they stand for; paths relative to the config. */
  data: z
    .record(z.string().regex(/^s3:\/\/./, { error: 'expected an S3 URI, s3://…' }), text, {
      error: 'expected a map of S3 URIs to paths',
    })
    .optional(),
  vpc: later,
  buckets: later,
  retention: later,
  allowedInstances: later,
  budget: later,
});

/** The form of `project.config.yaml` (`DESIGN.md`, section 10). */
export const projectConfigSchema = strictMap({
  environments: z.record(environmentName, environment, { error: 'expected a map of environments' }).default({}),
  packs: later,
  owners: later,
});

/** A project config as it was read. */
export type ProjectConfig = z.infer<typeof projectConfigSchema>;

/** One environment of a project. */
export type EnvironmentConfig = ProjectConfig['environments'][string];
