/** A Millrace package as `npm pack` makes it, waiting in `dist/packages/`. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** Name of the tarball; it holds a hash of the content, so a changed package never hides behind an old file name. */
  readonly file: string;
  /** Names of the packages that it needs at run time, ours and others'. */
  readonly dependencies: readonly string[];
}

/** The list of what lies in the folder, in that folder. */
export const packageListFile = 'packages.json';
