import type { DeployValueName } from '@millrace/schema';
import { type BoundStatement, bindStatements } from '../../src/platform/evaluate/bound-statement.js';
import type { PolicyStatement } from '../../src/platform/platform-model.js';

/** The account of the pipeline. */
export const ACCOUNT = '111111111111';
export const REGION = 'eu-west-1';
export const JOB_ROLE = `arn:aws:iam::${ACCOUNT}:role/job`;
export const PIPELINE_ROLE = `arn:aws:iam::${ACCOUNT}:role/pipeline`;
export const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/k1`;
export const BUCKET = 'artifacts';

const VALUES: ReadonlyMap<DeployValueName, string> = new Map<DeployValueName, string>([
  ['partition', 'aws'],
  ['region', REGION],
  ['account', ACCOUNT],
  ['environment', 'dev'],
  ['bucket', BUCKET],
  ['kmsKeyArn', KEY],
  ['jobRoleArn', JOB_ROLE],
  ['pipelineRoleArn', PIPELINE_ROLE],
]);

/** Statements as they are deployed to the account. */
export function deployed(statements: readonly PolicyStatement[]): readonly BoundStatement[] {
  return bindStatements(statements, VALUES);
}

/** The ARN of a resource of the account. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** The ARN of an object in a bucket. */
export function objectIn(bucket: string, key: string): string {
  return `arn:aws:s3:::${bucket}/${key}`;
}
