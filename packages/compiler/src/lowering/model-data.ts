import type { Path, SpecValue } from '@millrace/schema';
import type { Draft } from './draft.js';
import type { LoweringContext } from './lowering-context.js';

/** The two ways in which a body names a model artifact. */
export interface ModelData {
  readonly modelData?: SpecValue | undefined;
  readonly modelDataStep?: SpecValue | undefined;
}

/** The S3 URI of the model artifact that a body names. */
export function modelDataUri(
  { modelData, modelDataStep }: ModelData,
  path: Path,
  context: LoweringContext,
): Draft | undefined {
  return context.text(modelDataStep, [...path, 'modelDataStep']) ?? context.text(modelData, [...path, 'modelData']);
}
