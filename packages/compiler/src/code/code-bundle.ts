import { createHash } from 'node:crypto';

/** A file of a code bundle. */
export interface CodeFile {
  /** Relative to the bundle's prefix, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Local code as it lies in S3 below `code/<sha256>/`; the deploy value `code:<sha256>` is that prefix without the last `/`. */
export interface CodeBundle {
  /** Of the names and contents of the files: 64 hexadecimal digits. */
  readonly sha256: string;
  /** Sorted by the bytes of their paths. */
  readonly files: readonly CodeFile[];
  /** The same files before they were packed into an archive, for whoever reads code. */
  readonly sources: readonly CodeFile[];
}

/**
 * Makes a bundle; the order in which the files are given has no influence.
 * @param sources what was packed into the files, where they are an archive
 */
export function makeCodeBundle(files: Iterable<CodeFile>, sources: Iterable<CodeFile> = files): CodeBundle {
  const sorted = sortByPath(files);
  const hash = createHash('sha256');
  for (const { path, bytes } of sorted) {
    // Lengths first, so that no two lists of files have the same stream.
    hash
      .update(`${Buffer.byteLength(path)} ${bytes.length}\n`)
      .update(path)
      .update(bytes);
  }
  return { sha256: hash.digest('hex'), files: sorted, sources: sortByPath(sources) };
}

/** Files in the order of the bytes of their paths, which is the same on every system. */
export function sortByPath(files: Iterable<CodeFile>): readonly CodeFile[] {
  return [...files].sort((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
}
