/** Local scripts behind a deploy value `code:<sha256>`, unpacked where they are uploaded as an archive. */
export interface LocalScripts {
  /** 64 hexadecimal digits, as in the deploy value. */
  readonly sha256: string;
  readonly files: readonly ScriptFile[];
}

/** A text file among local scripts. */
export interface ScriptFile {
  /** Relative to the folder of the scripts, with `/`. */
  readonly path: string;
  readonly text: string;
}
