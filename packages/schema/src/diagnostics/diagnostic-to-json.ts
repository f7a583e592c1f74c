import type { Diagnostic, Severity } from './diagnostic.js';
import { formatPath } from './format-path.js';

/** A diagnostic as `--json` prints it (DESIGN, section 9). Lines and columns are counted from 1. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** `pipeline.steps[0].name`; empty for the document as a whole. */
  readonly path: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly help?: string;
}

/** The JSON form of a diagnostic, with its keys in a fixed order; what is not known is left out. */
export function diagnosticToJson({ code, severity, message, path, range, help }: Diagnostic): DiagnosticJson {
  return {
    code,
    severity,
    message,
    path: formatPath(path),
    ...(range === undefined ? {} : { file: range.file, line: range.start.line, column: range.start.column }),
    ...(help === undefined ? {} : { help }),
  };
}
