import type { DefinitionEdit } from '../fixes/definition-edit.js';
import type { StablePlace } from './fingerprint.js';

/** One of the places of a definition that a finding speaks of. */
export interface FoundPlace extends StablePlace {
  /** What the finding's fingerprint would be, were this its only place. */
  readonly fingerprint: string;
  /** What would mend it here. */
  readonly edits: readonly DefinitionEdit[];
}
