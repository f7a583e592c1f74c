/** Files in one code bundle. */
export const MOST_FILES = 10_000;

/** Bytes in one code bundle, before it is packed: 100 MiB. More is data, which belongs into S3. */
export const MOST_BYTES = 100 * 1024 * 1024;
