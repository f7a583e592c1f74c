import { InternalError, type LocalCode, type Outcome, type Path } from '@millrace/schema';
import type { CodeBundle } from './code-bundle.js';
import type { LocalFiles } from './local-files.js';
export function bundleTraining(_: {
  files: LocalFiles;
  code: LocalCode;
  path: Path;
  folder?: string;
}): Outcome<{ bundle: CodeBundle; program: string; archive: string }> {
  throw new InternalError('local code is bundled by a following commit');
}
