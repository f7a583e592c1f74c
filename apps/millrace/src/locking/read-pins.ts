import { isImageDigest, suggest } from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';

/**
 * Digests by the URI of the image, from `--image IMAGE=DIGEST`. Throws a UsageError for what is no image of the pipeline
 * and for what is no digest.
 * @param images URIs by deploy value
 */
export function readPins(given: readonly string[], images: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(given.map((text) => readPin(text, images)));
}

function readPin(text: string, images: ReadonlyMap<string, string>): readonly [uri: string, digest: string] {
  const at = text.indexOf('=');
  if (at === -1) throw refuse(`"${text}" gives no digest: "=" is missing`, 'the form is IMAGE=sha256:…');
  const [image, digest] = [text.slice(0, at), text.slice(at + 1)];
  const uri = images.get(image) ?? [...images.values()].find((each) => each === image);
  const known = [...images.keys(), ...images.values()];
  if (uri === undefined)
    throw refuse(`the pipeline takes no image "${image}" from AWS`, suggest(image, known, 'known'));
  if (!isImageDigest(digest)) throw refuse(`"${digest}" is no digest`, 'a digest is sha256: and 64 hexadecimal digits');
  return [uri, digest];
}

function refuse(problem: string, help: string | undefined): UsageError {
  return new UsageError(commandDiagnostics['bad-option-value']({ option: '--image', problem, help }, { path: [] }));
}
