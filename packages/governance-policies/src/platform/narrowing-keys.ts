/**
 * Keys by which a statement for everybody speaks of few, in lower case: a bucket policy that names their values is not public
 * for S3 (S3 user guide, the meaning of "public"), and KMS knows the account of the caller itself.
 */
export const NARROWING_KEYS: readonly string[] = [
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
];
