/** A hash in the URI: 32 hexadecimal digits or more, or local code of Millrace, which is addressed by its hash. */
const CONTENT_HASH = /[0-9a-f]{32,}|<code:/;

/** Inside the image, or nothing in S3 at all. */
const LOCAL = /^(?:file:\/\/)?\//;

/** Whether a URI of scripts says which content is meant, so that other content has another URI. */
export function namesContent(uri: string): boolean {
  return CONTENT_HASH.test(uri) || LOCAL.test(uri.replace(/^"/, ''));
}
