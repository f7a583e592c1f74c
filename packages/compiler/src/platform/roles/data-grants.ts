import { deployValue } from '@millrace/schema';
import { distinct } from '../distinct.js';
import type { PlatformText, PolicyConditions } from '../platform-model.js';
import { bucketArn } from '../store-names.js';
import type { DataPlace } from './data-places.js';
import { ANYTHING } from './definition-texts.js';
import { isMadeBucket } from './s3-place.js';
import type { Grant } from './statement-list.js';

const PATTERN_REASON =
  'keys of objects are made when they are written; IAM can only match the prefix that the definition names';

/** What it takes to read and write places in S3, and to list what is there to read. */
export function dataGrants(places: readonly DataPlace[]): readonly Grant[] {
  const read = places.filter(({ access }) => access === 'read');
  const written = places.filter(({ access }) => access === 'write');
  return [
    ...read.map(readGrant),
    ...bucketsOf(read).map((bucket) => listGrant(bucket, read)),
    ...written.map(writeGrant),
  ];
}

/** What it takes to read all of some buckets: the spec names them without saying what is read there. */
export function wholeBucketPlaces(buckets: readonly PlatformText[]): readonly DataPlace[] {
  return buckets.map((bucket) => ({ bucket, key: '', pattern: ANYTHING, access: 'read' }));
}

/** The buckets of some places, each once. */
export function bucketsOf(places: readonly DataPlace[]): readonly PlatformText[] {
  return distinct(places.map(({ bucket }) => bucket));
}

function readGrant(place: DataPlace): Grant {
  return {
    sid: isMadeBucket(place.bucket) ? 'ReadInputs' : 'ReadInputsOfOthers',
    actions: ['s3:GetObject'],
    resources: [objects(place)],
    ...ownedByAccount(place.bucket),
    why: 'Jobs read the inputs that their steps name.',
  };
}

function writeGrant(place: DataPlace): Grant {
  return {
    sid: isMadeBucket(place.bucket) ? 'WriteOutputs' : 'WriteOutputsOfOthers',
    actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
    resources: [objects(place)],
    ...ownedByAccount(place.bucket),
    why: 'Jobs write the outputs and checkpoints that their steps name.',
  };
}

function listGrant(bucket: PlatformText, read: readonly DataPlace[]): Grant {
  const patterns = read.filter((place) => JSON.stringify(place.bucket) === JSON.stringify(bucket));
  return {
    sid: 'ListInputs',
    actions: ['s3:ListBucket'],
    resources: [{ resource: bucketArn(bucket), reason: PATTERN_REASON }],
    conditions: {
      ...ownedByAccount(bucket).conditions,
      StringLike: { 's3:prefix': distinct(patterns.map(({ pattern }) => pattern)) },
    },
    why: 'Jobs find the objects below the prefixes of their inputs.',
  };
}

function objects({ bucket, pattern }: DataPlace) {
  return { resource: bucketArn(bucket, pattern), reason: PATTERN_REASON };
}

/** Keeps jobs out of a bucket of the same name that somebody else owns, after ours is gone. */
function ownedByAccount(bucket: PlatformText): { readonly conditions?: PolicyConditions } {
  return isMadeBucket(bucket)
    ? { conditions: { StringEquals: { 'aws:ResourceAccount': deployValue('account') } } }
    : {};
}
