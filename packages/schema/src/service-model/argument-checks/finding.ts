import type { Path } from '../../diagnostics/diagnostic.js';
import type { Json } from '../../source/json.js';
import type { ArgumentProblem } from '../argument-problem.js';
import type { DemandedForm } from '../service-model.js';

/** A value together with the shape that it has to have. */
export interface Visit<V = Json> {
  readonly value: V;
  readonly path: Path;
  /** Name of the shape. */
  readonly shape: string;
  /** What is wanted beyond the shape. */
  readonly demanded?: DemandedForm;
}

/** A problem before the model's date is added. */
export type Finding = Omit<ArgumentProblem, 'modelDate'>;

/** What a check of one value says: its problems, and the values inside that are to be checked next. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly inside: readonly Visit[];
}

/** The usual finding: an error about the value itself. */
export function errorAt(
  { path, shape }: Visit<unknown>,
  problem: Omit<Finding, 'severity' | 'path' | 'shape' | 'target'>,
): Finding {
  return { severity: 'error', path, target: 'value', shape, ...problem };
}
