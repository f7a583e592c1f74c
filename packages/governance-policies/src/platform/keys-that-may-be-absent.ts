/** A key that a legitimate request may lack. */
export interface AbsentKey {
  /** Which requests those are: `jobs on machines with …`. */
  readonly lackedBy: string;
  /** Keys of conditions beside it that take those requests out of a denial, in lower case. */
  readonly excusedBy: readonly string[];
  /** Whether requests without it must never be denied for that alone, not even on purpose by `Null`. */
  readonly isRequiredAbsent?: true;
}

const KEY_OF_VOLUME: AbsentKey = {
  lackedBy: 'jobs on machines with local disks, which take no key for volumes',
  excusedBy: ['sagemaker:instancetypes'],
  isRequiredAbsent: true,
};

const ENCRYPTION_OF_OBJECT: AbsentKey = {
  lackedBy: 'uploads that leave the header out, because the bucket encrypts by default',
  excusedBy: [],
};

const ORGANIZATION: AbsentKey = {
  lackedBy: 'services of AWS, which belong to no organization',
  excusedBy: ['aws:principalisawsservice'],
};

/**
 * Keys that requests may rightly lack, in lower case. A denial by a negated operator or `IfExists` is true of those requests
 * too. Of other keys, such as `sagemaker:OutputKmsKeyArn` and `sagemaker:NetworkIsolation`, the absent case is what one wants
 * to deny. Sources: S3 user guide, protecting data with SSE-KMS; IAM user guide, global condition keys; SageMaker API
 * reference, ResourceConfig.
 */
export const KEYS_THAT_MAY_BE_ABSENT: ReadonlyMap<string, AbsentKey> = new Map([
  ['s3:x-amz-server-side-encryption', ENCRYPTION_OF_OBJECT],
  ['s3:x-amz-server-side-encryption-aws-kms-key-id', ENCRYPTION_OF_OBJECT],
  ['sagemaker:volumekmskey', KEY_OF_VOLUME],
  ['sagemaker:volumekmskeyarn', KEY_OF_VOLUME],
  ['aws:principalorgid', ORGANIZATION],
  ['aws:principalorgpaths', ORGANIZATION],
  [
    'aws:sourceip',
    {
      lackedBy: 'jobs in a VPC, whose requests come through an endpoint without a public address',
      excusedBy: ['aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip'],
    },
  ],
]);
