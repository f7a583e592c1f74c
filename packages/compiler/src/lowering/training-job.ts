import type { Path, SpecValue, TrainingJobFields } from '@millrace/schema';
import type { StepPlace } from './step-place.js';

/** A training job of the spec: the body of a Training step, or a definition in a Tuning step. */
export interface TrainingJob {
  readonly fields: TrainingJobFields;
  /** The place of the fields. */
  readonly at: Path;
  /** The step that starts the job. */
  readonly place: StepPlace;
  /** The values that stay the same in all jobs that the step starts. */
  readonly hyperparameters: { readonly values: Readonly<Record<string, SpecValue>> | undefined; readonly at: Path };
}
