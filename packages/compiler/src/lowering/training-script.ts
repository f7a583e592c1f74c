import { bundleTraining } from '../code/bundle-training.js';
import { codeDiagnostics } from './code-diagnostics.js';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';
import { symbolicText } from './processing-script.js';
import type { TrainingJob } from './training-job.js';

/**
 * The hyperparameters by which SageMaker's framework images find a script (sagemaker-training-toolkit):
 * values are JSON texts, as the SDK encodes them. Empty where the step has no local script.
 */
export function trainingScript(
  { fields, at, hyperparameters }: TrainingJob,
  context: LoweringContext,
): Readonly<Record<string, Draft>> {
  if (fields.script === undefined) return {};
  const bundled = bundleTraining({ files: context.files, code: fields, path: at });
  context.diagnostics.push(...bundled.diagnostics, ...takenNames(hyperparameters.values ?? {}, hyperparameters.at));
  if (bundled.value === undefined) return {};
  const { bundle, program, archive } = bundled.value;
  const script = [...at, 'script'];
  return {
    sagemaker_program: placed(script, JSON.stringify(program)) ?? null,
    sagemaker_submit_directory: placed(script, symbolicText(['"', context.addCode(bundle), `/${archive}"`])) ?? null,
  };
}

const RESERVED = ['sagemaker_program', 'sagemaker_submit_directory'];

function takenNames(hyperparameters: object, path: readonly (string | number)[]) {
  const taken = RESERVED.filter((name) => Object.hasOwn(hyperparameters, name));
  return taken.map((name) =>
    codeDiagnostics['reserved-hyperparameter']({ name }, { path: [...path, name], target: 'key' }),
  );
}
