import type { Acknowledgement } from '../acknowledge/acknowledge.js';

const PACKS = ['NIST.800.53.R5', 'HIPAA.Security', 'PCI.DSS.321'];

/** Findings of the rule packs that want every bucket copied to another one. */
export function withoutReplica(what: string): readonly Acknowledgement[] {
  const reason =
    `S3 replicates only into a second bucket with a role and, here, a key of its own; ${what} are versioned and kept ` +
    'where they arise. Whoever needs them elsewhere replicates the bucket by a rule of his own.';
  return PACKS.map((pack) => ({ id: `${pack}-S3BucketReplicationEnabled`, reason }));
}

/** Findings of the rule packs that want a key of KMS for every bucket. */
export function encryptedByS3(): readonly Acknowledgement[] {
  const reason =
    'S3 delivers access logs only to buckets whose default encryption is SSE-S3 ' +
    '(S3 User Guide, "Enabling Amazon S3 server access logging").';
  return PACKS.map((pack) => ({ id: `${pack}-S3DefaultEncryptionKMS`, reason }));
}
