import type { Path, SpecValue } from '@millrace/schema';
import type { Draft } from './draft.js';
import type { LoweringContext } from './lowering-context.js';

/** The two ways in which a body names a SageMaker model. */
export interface NamedModel {
  readonly modelNameStep?: SpecValue | undefined;
  readonly modelName?: SpecValue | undefined;
}

/** The name of the model that a body names. */
export function modelName(
  { modelNameStep, modelName }: NamedModel,
  path: Path,
  context: LoweringContext,
): Draft | undefined {
  return context.text(modelNameStep, [...path, 'modelNameStep']) ?? context.text(modelName, [...path, 'modelName']);
}
