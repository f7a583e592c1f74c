import type { Path, PathTarget, RelatedPlace, Severity, SourceRange } from '@millrace/schema';
import type { DefinitionEdit } from '../fixes/definition-edit.js';
import type { FixKind } from '../rule/governance-rule.js';
import type { FoundPlace } from './found-place.js';

/** What a rule says of a definition, for people and for gates. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** `unknown`: nobody can know before the pipeline is deployed or started. */
  readonly verdict: 'violated' | 'unknown';
  /** What is wrong and what was given; one sentence, without a full stop. */
  readonly message: string;
  readonly why: string;
  /** What to do. */
  readonly help: string;
  readonly source: string;
  readonly fix: FixKind;
  /** What would mend it in the definition; empty where nobody can know. */
  readonly edits: readonly DefinitionEdit[];
  /** The steps concerned, in the order of the document; several where they inherit from one place. Empty: the whole pipeline. */
  readonly steps: readonly string[];
  /** In templates: the path of the construct, `Stack/Pipeline/Resource`, or the logical id where the template names none. */
  readonly construct?: string;
  /** In templates: the spec that the pipeline was made of, relative to the folder of its project, where the template says so. */
  readonly spec?: string;
  /** Every place in the definition, in words that stay: one for each step that inherits from here; at least one. */
  readonly places: readonly FoundPlace[];
  /** The place in the document that the author wrote: the spec, or the definition itself. */
  readonly path: Path;
  readonly target?: PathTarget;
  /** The place in the definition. */
  readonly definitionPath: Path;
  readonly related?: readonly RelatedPlace[];
  /** File, line and column, where the text is known. */
  readonly range?: SourceRange;
  /**
   * 16 hexadecimal digits that stay the same when steps or entries of lists change places, when texts of rules change and
   * whatever the environment: who the finding is, for baselines and exceptions.
   */
  readonly fingerprint: string;
}
