/** An object of S3, as a run finds it. */
export interface StoredObject {
  readonly uri: string;
  readonly bytes: number;
  /** Its file, when it is one on this machine. Never to be changed in place. */
  readonly path?: string;
  /** Its content. */
  readonly read: () => Uint8Array;
}

/** Where a run reads objects. */
export interface ObjectSource {
  /** The object of exactly this URI. */
  readonly find: (uri: string) => StoredObject | undefined;
  /** The objects whose URIs begin with the text, as ListObjects answers: by key, `prefix` need not end at a `/`. */
  readonly list: (prefix: string) => readonly StoredObject[];
}

/** Where a run also writes objects. */
export interface ObjectStore extends ObjectSource {
  /** Stores a copy. */
  readonly put: (uri: string, content: ObjectContent) => void;
  /** Stores a file by moving it in; the file is gone afterwards. */
  readonly moveIn: (uri: string, file: string) => void;
}

/** What to store: bytes, or the content of a file. */
export type ObjectContent = Uint8Array | string | { readonly file: string };
