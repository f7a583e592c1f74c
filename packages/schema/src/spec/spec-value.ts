import type { PropertyPath } from '../definition/reference.js';
import type { DeployValueName, DeployValueType } from '../deploy-value.js';
import type { Path } from '../diagnostics/diagnostic.js';
import type { SourceNumber } from '../source/source-number.js';

/**
 * A scalar of a validated spec: a literal, or an expression in the author's words.
 * A class, so that a walk over any part of a spec finds values without knowing their type.
 */
export class SpecValue {
  constructor(
    readonly form: ValueForm,
    /** From the place of the value to the text that names something: `['parameter']` in `{parameter: X}`. */
    readonly at: Path = [],
  ) {}
}

/** The forms of a value (`DESIGN.md`, section 1). */
export type ValueForm =
  | { readonly kind: 'literal'; readonly value: LiteralValue }
  | { readonly kind: 'parameter'; readonly name: string }
  /** An output by the author's name: `Prep.train`, `Train.modelArtifacts`. */
  | { readonly kind: 'output'; readonly step: string; readonly output: string }
  | { readonly kind: 'property'; readonly step: string; readonly path: PropertyPath }
  | { readonly kind: 'execution'; readonly variable: string }
  | PropertyFileValue
  /** The S3 URI of a property file as a whole. */
  | { readonly kind: 'propertyFile'; readonly step: string; readonly file: string }
  | { readonly kind: 'join'; readonly on: string; readonly values: readonly SpecValue[] }
  /** Text with interpolations; the parts are put together without a separator. */
  | { readonly kind: 'text'; readonly parts: readonly SpecValue[] }
  /** With the type that the place wants, where that is no text. */
  | { readonly kind: 'deployValue'; readonly name: DeployValueName; readonly type?: DeployValueType };

/** A value inside a property file. */
export interface PropertyFileValue {
  readonly kind: 'jsonGet';
  readonly step: string;
  readonly file: string;
  /** A path without `$`: `metrics.auc`, `list[0]`, `['a.b']`. */
  readonly jsonPath: string;
  /** From the place of the value to the name of the property file, and to the path inside it. */
  readonly fileAt: Path;
  readonly pathAt: Path;
}

/** A scalar as it was written. */
export type LiteralValue = string | boolean | number | SourceNumber;

/** A literal value. */
export function literal(value: LiteralValue): SpecValue {
  return new SpecValue({ kind: 'literal', value });
}

/** The value, a deploy value with the type that its place wants. */
export function withDeployValueType(value: SpecValue, type: DeployValueType): SpecValue {
  return value.form.kind === 'deployValue' ? new SpecValue({ ...value.form, type }, value.at) : value;
}

/** The text of a value, if it is literal text. */
export function literalTextOf(value: SpecValue | undefined): string | undefined {
  return value?.form.kind === 'literal' && typeof value.form.value === 'string' ? value.form.value : undefined;
}
