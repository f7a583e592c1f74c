import { formatPath, type Severity } from '@millrace/schema';
import { compileUnderTest, type SpecUnderTest } from './spec-under-test.js';

/** A diagnostic in the form that tests compare. */
export interface SaidDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** `line:column`, both from 1. */
  readonly at: string;
  /** `pipeline.steps[0].name`; empty for the whole document. */
  readonly path: string;
  readonly message: string;
  readonly help?: string;
}

/**
 * All that Millrace says of a spec, in the order of the stages.
 *
 * @param spec YAML, or YAML with local files
 * @throws Error when it has nothing to say
 */
export async function expectDiagnostics(spec: string | SpecUnderTest): Promise<readonly SaidDiagnostic[]> {
  const { diagnostics } = await compileUnderTest(typeof spec === 'string' ? { yaml: spec } : spec);
  if (diagnostics.length === 0) throw new Error('the spec compiles without a diagnostic');
  return diagnostics.map(({ code, severity, range, path, message, help }) => ({
    code,
    severity,
    at: `${range?.start.line}:${range?.start.column}`,
    path: formatPath(path),
    message,
    ...(help === undefined ? {} : { help }),
  }));
}
