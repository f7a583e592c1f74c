import type { DeployValueName, DeployValueType, FixedDeployValueName } from '@millrace/schema';

/** The value of a deploy value in local runs. */
export interface LocalDeployValue {
  readonly value: string;
  /** True where nothing real stands behind it, so that people are told (an information). */
  readonly invented: boolean;
}

/** The smallest that a job takes, and no more rights than it asked for. */
const INVENTED: Readonly<Record<Exclude<DeployValueType, 'String'>, string>> = {
  Integer: '1',
  Float: '1.0',
  Boolean: 'false',
};

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

const FIXED: Readonly<Record<FixedDeployValueName, string>> = {
  partition: 'aws',
  region: REGION,
  account: ACCOUNT,
  environment: 'local',
  org: 'millrace',
  domain: 'ml',
  module_name: 'pipeline',
  pipelineRoleArn: `arn:aws:iam::${ACCOUNT}:role/millrace-local-pipeline`,
  jobRoleArn: `arn:aws:iam::${ACCOUNT}:role/millrace-local-job`,
  kmsKeyArn: `arn:aws:kms:${REGION}:${ACCOUNT}:key/00000000-0000-4000-8000-000000000000`,
  bucket: 'millrace-local',
};

/**
 * The value that a deploy value has on this machine when nobody sets it: every name has one, so a local bind never
 * fails. Those of `context:`, `ssm:` and `image:` are invented. For `code:` the caller knows better, namely where
 * it put the copy; the value here is the address of the artifact layout in the local bucket.
 */
export function localDeployValue(name: DeployValueName, type: DeployValueType = 'String'): LocalDeployValue {
  if (type !== 'String') return { value: INVENTED[type], invented: true };
  if (isFixed(name)) return { value: FIXED[name], invented: false };
  const family = name.slice(0, name.indexOf(':'));
  const tail = name.slice(family.length + 1);
  if (family === 'code') return { value: `s3://${FIXED.bucket}/${FIXED.environment}/code/${tail}`, invented: false };
  if (family === 'image') return { value: localImage(tail), invented: true };
  return { value: `local-${slugOf(tail)}`, invented: true };
}

function isFixed(name: DeployValueName): name is FixedDeployValueName {
  return Object.hasOwn(FIXED, name);
}

// The registries of AWS's images differ by region and framework; a local run pulls none, so the name is all that matters.
function localImage(frameworkAndVersion: string): string {
  const [framework = '', version = ''] = frameworkAndVersion.split(':');
  return `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${slugOf(framework)}:${slugOf(version) || 'local'}`;
}

const LONGEST_SLUG = 57;

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^[-.]+|[-.]+$/g, '');
}
