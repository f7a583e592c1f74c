import { deployValue } from '@millrace/schema';
import { nameSpellings } from './name-spellings.js';
import type { PlatformText, PolicyStatement, RoleModel } from './platform-model.js';
import { platformArn, platformText } from './platform-text.js';
import { bucketArn } from './store-names.js';
import { viaService } from './via-service.js';

/** Where the models of another account are registered, and what they consist of. */
export interface RemoteRegistry {
  /** Account and region of the registry and of its artifacts. */
  readonly account: PlatformText;
  readonly region: PlatformText;
  readonly modelPackageGroupName: PlatformText;
  readonly bucket: PlatformText;
  /** Prefixes of keys below which models lie, with a `/` at the end. */
  readonly modelPrefixes: readonly PlatformText[];
  /** ARN of the key of the bucket. Default: any key of the registry's account, for objects of this bucket only. */
  readonly keyArn?: PlatformText;
  /** ARNs of the ECR repositories of the images that serve the models. */
  readonly repositoryArns: readonly PlatformText[];
}

/**
 * The role with which a consumer account runs models of another account: it reads packages, their artifacts and images,
 * and nothing else. What the other account must allow is `groupPolicy`, `modelReaderStatements`, `keyReaderStatements`
 * and `repositoryPolicy`.
 */
export function modelConsumerRole(registry: RemoteRegistry): RoleModel {
  return {
    description: 'Runs models that another account has registered.',
    trust: [trust()],
    statements: [...readPackages(registry), readModels(registry), decryptModels(registry), ...pullImages(registry)],
    gaps: [],
  };
}

/**
 * SageMaker, for endpoints and jobs of this account and region. AWS: "Do not replace the aws:SourceArn in this template
 * with the full ARN of a specific model or endpoint" (SageMaker, "Cross-service confused deputy prevention").
 */
function trust(): PolicyStatement {
  return {
    sid: 'SageMakerRunsModels',
    effect: 'Allow',
    principals: [{ kind: 'service', service: 'sagemaker.amazonaws.com' }],
    actions: ['sts:AssumeRole'],
    resources: [],
    conditions: {
      StringEquals: { 'aws:SourceAccount': deployValue('account') },
      ArnLike: { 'aws:SourceArn': platformArn('sagemaker', '*') },
    },
    why: 'SageMaker runs the models, for nobody but this account',
  };
}

function readPackages({ account, region, modelPackageGroupName }: RemoteRegistry): readonly PolicyStatement[] {
  const names = nameSpellings(modelPackageGroupName);
  const arns = (resource: (name: PlatformText) => PlatformText) =>
    names.map((name) => platformArn('sagemaker', resource(name), { account, region }));
  const packages = arns((name) => platformText('model-package/', name, '/*'));
  return [
    {
      sid: 'FindGroup',
      effect: 'Allow',
      actions: ['sagemaker:DescribeModelPackageGroup'],
      resources: arns((name) => platformText('model-package-group/', name)),
      why: 'the group of the models',
    },
    {
      sid: 'ReadPackages',
      effect: 'Allow',
      actions: ['sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
      resources: packages,
      why: 'the approved versions of the group',
      wildcards: packages.map((arn) => ({
        finding: platformText('Resource::', arn),
        reason: 'SageMaker numbers the packages of a group as they are registered; the group is exact.',
      })),
    },
  ];
}

function readModels({ bucket, modelPrefixes }: RemoteRegistry): PolicyStatement {
  const resources = modelPrefixes.map((prefix) => bucketArn(bucket, platformText(prefix, '*')));
  return {
    sid: 'ReadModels',
    effect: 'Allow',
    actions: ['s3:GetObject'],
    resources,
    why: 'the artifacts of the models',
    wildcards: resources.map((arn) => ({
      finding: platformText('Resource::', arn),
      reason: 'Training jobs name the artifacts of models; the prefix holds nothing but models.',
    })),
  };
}

/**
 * CloudFormation names keys, so another account cannot know the key of a bucket that is yet to be made. The encryption
 * context can: with S3 Bucket Keys it is the ARN of the bucket, otherwise that of the object (S3 User Guide, "Using
 * server-side encryption with AWS KMS keys", encryption context).
 */
function decryptModels({ account, region, bucket, keyArn }: RemoteRegistry): PolicyStatement {
  const anyKey = platformArn('kms', 'key/*', { account, region });
  const context = [bucketArn(bucket), bucketArn(bucket, '*')];
  return {
    sid: 'DecryptModels',
    effect: 'Allow',
    actions: ['kms:Decrypt'],
    resources: [keyArn ?? anyKey],
    conditions: {
      StringLike: { 'kms:ViaService': viaService('s3', region), 'kms:EncryptionContext:aws:s3:arn': context },
    },
    why: 'the artifacts are encrypted with a key of the other account',
    ...(keyArn === undefined && {
      wildcards: [
        {
          finding: platformText('Resource::', anyKey),
          reason: 'KMS names keys when they are made; the encryption context narrows this to the bucket of the models.',
        },
      ],
    }),
  };
}

function pullImages({ repositoryArns }: RemoteRegistry): readonly PolicyStatement[] {
  if (repositoryArns.length === 0) return [];
  return [
    {
      sid: 'PullImages',
      effect: 'Allow',
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: repositoryArns,
      why: 'the images that serve the models',
    },
    {
      sid: 'LogInToRepositories',
      effect: 'Allow',
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      why: 'pulling needs a login',
      wildcards: [
        {
          finding: 'Resource::*',
          reason: 'ecr:GetAuthorizationToken has no resource type (Service Authorization Reference, Amazon ECR).',
        },
      ],
    },
  ];
}
