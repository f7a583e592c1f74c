/** Local code that goes to S3 below `code/<sha256>/`. */
export interface CodeBundle {
  /** Over names and bytes: the same code has the same place on every machine. */
  readonly sha256: string;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}
