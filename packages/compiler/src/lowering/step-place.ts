import type { Path, RawStep, SpecStep, SpecStepOf, StepType } from '@millrace/schema';
import type { Draft } from './draft.js';

/** A step and its place in the spec. */
export interface StepPlace<S = SpecStep> {
  readonly step: S;
  readonly path: Path;
}

/** A step of one type and its place in the spec. */
export type PlaceOf<T extends StepType> = StepPlace<SpecStepOf<T>>;

/** What the lowering of a type makes of a step; the envelope around it is the same for all types. */
export interface LoweredStep {
  /** The members of `Arguments`. */
  readonly arguments: Readonly<Record<string, Draft | undefined>>;
  /** Members beside `Arguments` that only this type has. */
  readonly siblings?: Readonly<Record<string, Draft | undefined>>;
}

/** A step of the spec by its place in the list of steps. */
export interface IndexedStep<S = SpecStep | RawStep> {
  readonly step: S;
  readonly index: number;
}
