import { type Outcome, succeed } from '@millrace/schema';
import { type CodeBundle, makeCodeBundle } from './code-bundle.js';
import type { CodeRequest } from './code-request.js';
import { collectCode } from './collect-code.js';
import { packTarGz } from './pack-tar.js';

// The name that the SDK gives it; the images take any.
const SOURCE_ARCHIVE = 'sourcedir.tar.gz';

/** Code for a Training step in script mode. */
export interface TrainingCode {
  /** Holds the archive alone, whose URI is `sagemaker_submit_directory`. */
  readonly bundle: CodeBundle;
  /** Value of `sagemaker_program`: the script inside of the archive. */
  readonly program: string;
  /** The name of the archive in the bundle. */
  readonly archive: string;
}

/**
 * Packs the local code of a Training step for AWS's framework images. Reproducible: names and contents alone decide
 * about the bytes. The images install `requirements.txt` at the root of the archive.
 */
export function bundleTraining(request: CodeRequest): Outcome<TrainingCode> {
  const { value, diagnostics } = collectCode(request);
  if (value === undefined) return { value, diagnostics };
  const archive = { path: SOURCE_ARCHIVE, bytes: packTarGz(value.files) };
  const bundle = makeCodeBundle([archive], value.files);
  return succeed({ bundle, program: value.program, archive: SOURCE_ARCHIVE }, diagnostics);
}
