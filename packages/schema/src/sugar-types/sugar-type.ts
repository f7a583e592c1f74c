import type { z } from 'zod';
import type { Json } from '../source/json.js';

/** A type that only authors know: a step of it is written out as one or several steps of SageMaker's types. */
export interface SugarTypeDeclaration {
  /** The key of its body in a spec. */
  readonly bodyKey: string;
  /** What such a step is for, in one sentence. */
  readonly summary: string;
  /** The author's fields; bodies of step types inside are checked when they stand in steps of their own. */
  readonly body: z.ZodObject;
  /** Keys beside the body that other steps have and steps of this type cannot. */
  readonly withoutSettings: readonly string[];
  /** The smallest complete step, as an author writes it. */
  readonly example: Json;
}

/** Gives a declaration its precise type. */
export function declareSugarType<const D extends SugarTypeDeclaration>(declaration: D): D {
  return declaration;
}
