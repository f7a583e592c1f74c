import { z } from 'zod';
import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import type { Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/format-path.js';
import { locateDiagnostics } from '../diagnostics/locate-diagnostics.js';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import type { SourceDocument } from '../source/source-document.js';
import { placeIssues } from './place-issues.js';
import { strictMap, text } from './strict-map.js';

/** Messages about the lock file of images. */
export const lockDiagnostics = defineDiagnostics('project', {
  'bad-lock': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { path: Path; problem: string }) =>
      p.path.length === 0 ? `lock of images: ${p.problem}` : `lock of images, ${formatPath(p.path)}: ${p.problem}`,
    help: () => 'write entries with: millrace lock FILE --image URI=sha256:…',
    explanation:
      'millrace.lock.yaml beside the project config pins images by their digest: below "images:", the URI of an image with its tag, and the digest sha256:… that it had when it was looked at. A malformed entry would pin nothing, so it is an error.',
  },
});

/** A digest of a container image (OCI image specification, algorithm sha256). */
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** True for `sha256:` and 64 hexadecimal digits in lower case. */
export function isImageDigest(text: string): boolean {
  return DIGEST.test(text);
}

const lockSchema = strictMap({
  images: z
    .record(
      z
        .string()
        .regex(/^[^\s@]+\.dkr\.ecr\.[^\s@]+\/[^\s@]+$/, { error: 'expected the URI of an image in ECR, with its tag' }),
      text.regex(DIGEST, { error: 'expected sha256: and 64 hexadecimal digits' }),
      { error: 'expected a map of images to digests' },
    )
    .default({}),
});

/** Digests by the URI of the image. */
export type ImageLock = ReadonlyMap<string, string>;

/** Checks the form of a lock file that was read as YAML. Diagnostics have their places in it. */
export function readImageLock(document: SourceDocument): Outcome<ImageLock> {
  const parsed = lockSchema.safeParse(document.value);
  if (parsed.success) return succeed(new Map(Object.entries(parsed.data.images)));
  const diagnostics = placeIssues(parsed.error).map(({ problem, place }) =>
    lockDiagnostics['bad-lock']({ path: place.path, problem }, place),
  );
  return fail(locateDiagnostics(diagnostics, document));
}

/** The image by its digest where the lock has it, in place of its tag. */
export function pinImage(uri: string, lock: ImageLock): string {
  const digest = lock.get(uri);
  return digest === undefined ? uri : `${uri.replace(/:[^:/]*$/, '')}@${digest}`;
}
