/**
 * The files that a spec may name. Paths are relative to the folder of the spec, with `/` on every system;
 * `..` leads out of it (scripts are often shared by several specs).
 */
export interface LocalFiles {
  /** The content of a file; undefined where there is none. */
  read(path: string): Uint8Array | undefined;
  /**
   * All files below a folder, at any depth, as paths relative to it; undefined where there is no such folder.
   * What tools leave behind (`__pycache__`, `.git`, …) is not listed.
   */
  list(folder: string): readonly string[] | undefined;
}
