import { type Json, memberAt } from '@millrace/schema';
import type { GovernedJob } from './governed-job.js';

/** The programs with which the SageMaker SDK adds serving code to a model (`sagemaker.workflow._utils`, `_RepackModelStep`). */
const REPACKERS = /^"?(?:_repack_model\.py|_repack_script_launcher\.sh)"?$/;

/**
 * The model that a training job of the SageMaker SDK only packs anew, with serving code beside it. Such a job trains
 * nothing: image and length of the training are those of whatever made the model. Undefined for jobs that train.
 */
export function repackedArchive({ form, request }: GovernedJob): Json | undefined {
  if (form !== 'training') return undefined;
  const program = memberAt(request, 'HyperParameters', 'sagemaker_program');
  if (typeof program !== 'string' || !REPACKERS.test(program)) return undefined;
  return memberAt(request, 'HyperParameters', 'model_archive') ?? null;
}
