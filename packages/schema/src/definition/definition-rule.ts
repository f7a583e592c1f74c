import type { DiagnosticFactory } from '../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { DefinitionContext } from './definition-context.js';

/** One rule on the form of definitions: the file that declares it holds its text, its check and nothing else. */
export interface DefinitionRule {
  /** Rule numbers R1–R112. */
  readonly rules: readonly string[];
  readonly diagnostics: Readonly<Record<string, DiagnosticFactory<never>>>;
  /** True for rules on slips of people's hands, which a definition that Millrace has lowered cannot contain. */
  readonly foreignOnly?: boolean;
  readonly check: (context: DefinitionContext) => Iterable<Diagnostic>;
}
