import type { LocalCode, Path } from '@millrace/schema';
import type { LocalFiles } from './local-files.js';

/** The local code of a step, and where it is written. */
export interface CodeRequest {
  readonly files: LocalFiles;
  /** `script` is relative to `sourceDir` when that is given; everything else is relative to the spec. */
  readonly code: LocalCode;
  /** The object in the spec that has `script`, `sourceDir` and `requirements`. */
  readonly path: Path;
}
