import type { Finding } from '@millrace/governance-policies';
import type { CorpusDefinition } from '../corpus-verdicts/corpus-definition.js';

/** What a rule says of a definition of the corpus. */
export interface CorpusFinding {
  readonly definition: CorpusDefinition;
  readonly finding: Finding;
}
