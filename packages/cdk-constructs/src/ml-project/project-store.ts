import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { ArtifactStore } from '../artifact-store/artifact-store.js';
import type { IArtifactStore } from '../artifact-store/store-contract.js';
import type { ProjectEnvironment } from './project-environment.js';

/** Settings of {@link projectStore}. */
export interface ProjectStoreProps {
  readonly environment: ProjectEnvironment;
  /** Name of the bucket where the project config names none that was there before. */
  readonly bucketName: string;
}

/**
 * The store of an environment: the bucket `buckets.pipeline` and the key `values.kmsKeyArn` of the project config where
 * they were there before, otherwise made here.
 * @throws Error where a bucket is given without its key
 */
export function projectStore(
  scope: Construct,
  id: string,
  { environment, bucketName }: ProjectStoreProps,
): IArtifactStore {
  const { name, values } = environment;
  const { bucket, kmsKeyArn: keyArn } = values;
  if (bucket === undefined) {
    const key = keyArn === undefined ? {} : { key: kms.Key.fromKeyArn(scope, `${id}Key`, keyArn) };
    return new ArtifactStore(scope, id, { environment: name, bucketName, ...key });
  }
  if (keyArn !== undefined) {
    return ArtifactStore.fromExisting(scope, id, { environment: name, bucketName: bucket, keyArn });
  }
  throw new Error(
    `The environment ${name} names the bucket ${bucket}, which was there before, but not its key: add "kmsKeyArn" with ` +
      'the ARN of the key below "values:" of the environment in project.config.yaml.',
  );
}
