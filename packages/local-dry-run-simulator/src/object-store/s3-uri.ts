/** A place in S3. */
export interface S3Location {
  readonly bucket: string;
  /** Without a leading `/`; may be empty for a whole bucket. */
  readonly key: string;
}

/** Splits `s3://bucket/key`; undefined for anything else. */
export function parseS3Uri(uri: string): S3Location | undefined {
  const [, bucket, key] = /^s3:\/\/([^/]+)(?:\/(.*))?$/s.exec(uri) ?? [];
  return bucket === undefined ? undefined : { bucket, key: key ?? '' };
}

/** The URI of a place in S3. */
export function formatS3Uri({ bucket, key }: S3Location): string {
  return `s3://${bucket}/${key}`;
}

/** `base/name` with exactly one slash between them. */
export function joinS3Uri(base: string, name: string): string {
  return `${base.replace(/\/+$/, '')}/${name.replace(/^\/+/, '')}`;
}
