import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { SourceConfig } from 'aws-cdk-lib/aws-s3-deployment';
import type { RoleStatement } from '../role-policy/role-policy.js';

/** Where content goes. */
export interface ContentPlace {
  readonly bucket: s3.IBucket;
  /** The key that the bucket is encrypted with. */
  readonly key: kms.IKey;
  /** Without a slash at its end. */
  readonly prefix: string;
}

/** What copying the given archives below a prefix takes, and nothing else in the bucket. */
export function deployerStatements(
  { bucket, key, prefix }: ContentPlace,
  archives: readonly SourceConfig[],
): readonly RoleStatement[] {
  return [
    {
      sid: 'ReadArchives',
      actions: ['s3:GetObject'],
      resources: archives.map((archive) => archive.bucket.arnForObjects(archive.zipObjectKey)),
    },
    {
      sid: 'ListContent',
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${prefix}/*` } },
    },
    {
      sid: 'WriteContent',
      actions: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'],
      resources: [bucket.arnForObjects(`${prefix}/*`)],
      wildcard:
        'The objects below the prefix are addressed by their content, so their keys are only known when they are written.',
    },
    {
      sid: 'EncryptContent',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
    },
  ];
}
