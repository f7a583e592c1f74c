/** A file that was read, before anybody knows what is in it. */
export interface InputFile {
  /** The name shown to people: the path as it was given, or `<stdin>`. */
  readonly file: string;
  readonly text: string;
  /** Absolute; what relative paths in the file start from. The working directory for standard input. */
  readonly folder: string;
}
