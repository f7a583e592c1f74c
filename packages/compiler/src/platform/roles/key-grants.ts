import type { PlatformInput, PlatformText } from '../platform-model.js';
import { platformArn } from '../platform-text.js';
import { bucketArn } from '../store-names.js';
import { viaService } from '../via-service.js';
import { bucketKeyOf } from './bucket-key.js';
import { bucketsOf } from './data-grants.js';
import type { DataPlace } from './data-places.js';
import { KEY_SLOTS, type KeyUse } from './data-slots.js';
import { ANYTHING, type DefinitionTexts } from './definition-texts.js';
import type { JobStep } from './job-steps.js';
import { aliasName, isAlias, keyArn } from './key-arn.js';
import type { Grant } from './statement-list.js';
import { argumentLeaves } from './step-values.js';

/** Steps, and the places in S3 that their jobs use. */
export interface JobData {
  readonly steps: readonly JobStep[];
  readonly places: readonly DataPlace[];
}

/** What it takes to use the keys of volumes, of outputs, and of the buckets that are read and written. */
export function keyGrants({ steps, places }: JobData, input: PlatformInput, texts: DefinitionTexts): readonly Grant[] {
  const volumes = keysFor('volumes', steps, texts);
  const outputs = [
    ...keysFor('outputs', steps, texts),
    ...keysOfBuckets(
      places.filter(({ access }) => access === 'write'),
      input,
    ),
  ];
  const inputs = keysOfBuckets(places, input);
  return [
    ...[...inputs, ...outputs].map((key) => grantOf(key, DECRYPT)),
    ...outputs.map((key) => grantOf(key, ENCRYPT)),
    ...[...volumes, ...outputs].map((key) => grantOf(key, DESCRIBE)),
    ...volumes.map((key) => grantOf(key, ENCRYPT_VOLUMES)),
    ...decryptOthers(
      places.filter(({ access }) => access === 'read'),
      input,
    ),
  ];
}

type UseOfKey = Omit<Grant, 'resources'>;

const DECRYPT: UseOfKey = {
  sid: 'DecryptData',
  actions: ['kms:Decrypt'],
  why: 'Jobs decrypt what they read; a multipart upload reads its own parts again.',
};
const ENCRYPT: UseOfKey = {
  sid: 'EncryptOutputs',
  actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
  why: 'Jobs encrypt what they write.',
};
const DESCRIBE: UseOfKey = {
  sid: 'DescribeKeys',
  actions: ['kms:DescribeKey'],
  why: 'SageMaker looks at the keys that it is told to use.',
};
const ENCRYPT_VOLUMES: UseOfKey = {
  sid: 'EncryptVolumes',
  actions: ['kms:CreateGrant'],
  conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  why: 'Volumes of jobs are encrypted: AWS makes a grant for each, and may do nothing else with it.',
};

/** A key that is called by an alias is found by it: no ARN of a key says the alias. */
function grantOf(key: PlatformText, use: UseOfKey): Grant {
  if (!isAlias(key))
    return { ...use, resources: [{ resource: keyArn(key), reason: 'the key is given with a wildcard' }] };
  return {
    ...use,
    resources: [{ resource: platformArn('kms', 'key/*'), reason: 'statements take no aliases; a condition names it' }],
    conditions: { ...use.conditions, 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliasName(key) } },
  };
}

function keysFor(use: KeyUse, steps: readonly JobStep[], texts: DefinitionTexts): readonly PlatformText[] {
  return steps
    .flatMap(({ step }) => argumentLeaves(step))
    .filter(({ slot }) => Object.hasOwn(KEY_SLOTS, slot) && KEY_SLOTS[slot] === use)
    .flatMap(({ value }) => texts.of(value))
    .filter((key) => key !== ANYTHING && key !== '');
}

function keysOfBuckets(places: readonly DataPlace[], input: PlatformInput): readonly PlatformText[] {
  return bucketsOf(places).flatMap((bucket) => bucketKeyOf(bucket, input) ?? []);
}

/**
 * The key of a bucket of somebody else is not known; what S3 says while it decrypts is: the object, or the bucket where it
 * has a bucket key (Amazon S3 user guide, "SSE-KMS: encryption context").
 */
function decryptOthers(read: readonly DataPlace[], input: PlatformInput): readonly Grant[] {
  return bucketsOf(read)
    .filter((bucket) => bucketKeyOf(bucket, input) === undefined)
    .map((bucket) => ({
      sid: 'DecryptDataOfOthers',
      actions: ['kms:Decrypt'],
      resources: [
        {
          resource: platformArn('kms', 'key/*', { account: ANYTHING }),
          reason: 'which key a bucket of somebody else has is not known here; the encryption context names the bucket',
        },
      ],
      conditions: {
        StringLike: {
          'kms:ViaService': viaService('s3'),
          'kms:EncryptionContext:aws:s3:arn': [bucketArn(bucket), bucketArn(bucket, '*')],
        },
      },
      why: 'Jobs decrypt what they read in buckets that are not those of the pipeline, and nothing else.',
    }));
}
