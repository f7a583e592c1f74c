/** The files beside a spec; paths are relative to its folder. */
export interface LocalFiles {
  read(path: string): Uint8Array | undefined;
  list(folder: string): readonly string[] | undefined;
}
