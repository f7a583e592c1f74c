/** A hash in the URI: 32 hexadecimal digits or more, or local code of Millrace, which is addressed by its hash. */
const CONTENT_HASH = /[0-9a-f]{32,}|<code:/;

/** Inside the image or the archive of the model: it changes with that. */
const LOCAL = /^(?:file:\/\/|\/)/;

/** What AWS publishes for JumpStart, where nobody else writes: every release has a folder of its own. */
const JUMPSTART = /^s3:\/\/jumpstart-(?:private-)?cache-[^/]+\/.*\/v?\d+\.\d+\.\d+\//;

/** Whether a URI of scripts says which content is meant, so that other content has another URI. */
export function namesContent(uri: string): boolean {
  const unquoted = uri.replace(/^"/, '');
  return CONTENT_HASH.test(uri) || LOCAL.test(unquoted) || JUMPSTART.test(unquoted);
}
