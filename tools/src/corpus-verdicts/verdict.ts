import type { Severity } from '@millrace/schema';
import type { CorpusDefinition } from './corpus-definition.js';

/** What the checks say of one definition under one code. */
export interface Verdict {
  readonly definition: CorpusDefinition;
  readonly code: string;
  readonly severity: Severity;
  /** How often. */
  readonly count: number;
  /** How many of these are about a value that the makers of the corpus put in place of the authors' own. */
  readonly atPlaceholder: number;
}
