import type { DiagnosticFactory } from '../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { GraphContext } from './graph-context.js';

/** One rule on graphs: the file that declares it holds its text, its check and nothing else. */
export interface GraphRule {
  /** Rule numbers R1–R60. */
  readonly rules: readonly string[];
  readonly diagnostics: Readonly<Record<string, DiagnosticFactory<never>>>;
  readonly check: (context: GraphContext) => Iterable<Diagnostic>;
}
