/** How serious a diagnostic is. Only `error` makes a command end with exit code 1. */
export type Severity = 'error' | 'warning' | 'info';

/** The way from the root of a document to one of its values: map keys and list indexes. */
export type Path = readonly (string | number)[];

/** A position in a text file, both counted from 1, as editors show them. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text file; `end` is exclusive. */
export interface SourceRange {
  readonly file: string;
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

/** Which token of a map entry a diagnostic points at. */
export type PathTarget = 'key' | 'value';

/** A second place that explains a diagnostic, such as the first of two equal names. */
export interface RelatedPlace {
  readonly message: string;
  readonly path: Path;
  readonly range?: SourceRange;
}

/**
 * One message to a person. Every stage speaks in these; the terminal text, JSON and SARIF are
 * renderings of the same value.
 */
export interface Diagnostic {
  /** `area/kind`, for example `graph/unknown-step`; `millrace explain CODE` tells more. */
  readonly code: string;
  readonly severity: Severity;
  /**
   * True where nothing sensible can be done with the document before this is mended (unreadable,
   * unknown step, cycle); false for what SageMaker would refuse, and for warnings.
   */
  readonly blocking: boolean;
  readonly message: string;
  /** Place in the document that the author wrote: the spec, or the definition when that was given. */
  readonly path: Path;
  readonly target?: PathTarget;
  /** Filled in by `locateDiagnostics` from the document's places. */
  readonly range?: SourceRange;
  readonly related?: readonly RelatedPlace[];
  /** What happens where it stays as it is; for what is a judgement and no mistake in itself. */
  readonly why?: string;
  /** One concrete thing to do next. */
  readonly help?: string;
}
