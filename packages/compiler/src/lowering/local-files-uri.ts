import type { Path } from '@millrace/schema';
import { bundleFiles } from '../code/bundle-files.js';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';

/** The place in S3 of files beside the spec, by their content; undefined where one of them is missing. */
export function localFilesUri(names: readonly string[], path: Path, context: LoweringContext): Draft | undefined {
  const authored = names.map((text, index) => ({ text, place: [...path, index] }));
  const { value, diagnostics } = bundleFiles(context.files, authored);
  context.diagnostics.push(...diagnostics);
  return value === undefined ? undefined : placed(path, context.addCode(value));
}
