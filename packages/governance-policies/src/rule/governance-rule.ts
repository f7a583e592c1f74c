import type { GovernanceProfile, Judged, Path, Severity } from '@millrace/schema';
import type { z } from 'zod';
import type { DefinitionEdit } from '../fixes/definition-edit.js';
import type { TemplateContext } from '../template/template-context.js';
import type { PolicyContext } from './policy-context.js';

/** What a rule says of one place. Where its demand is kept, it says nothing. */
export interface Judgement extends Judged {
  /** What to do here, where that is more exact than how the rule is kept in general. */
  readonly help?: string;
  /** What would mend exactly this; absent where nobody can know it. Whether it is safe, the rule says (`fix`). */
  readonly edits?: readonly DefinitionEdit[];
  /**
   * The member that is spoken of, where `path` is only the innermost object that there is and that lacks it. Fingerprints are
   * made of it, so that they stay when a fix of something else makes objects on the way.
   */
  readonly place?: Path;
  /**
   * The one thing that many places share, such as a bucket or a role: what is said of it is said once, at the first place
   * of the definition and with the names of all steps. Absent where every place is a matter of its own.
   */
  readonly about?: string;
}

/** Whether a finding can be mended without a person: safely, with another behaviour of the pipeline, or not. */
export type FixKind = 'safe' | 'suggested' | 'none';

/** How a rule is kept; a sentence that begins with a verb. */
export interface RuleFix {
  readonly kind: FixKind;
  readonly how: string;
}

/** Everything that is told of a rule, written once; tables, help and packs derive from it. */
export interface RuleTexts {
  /** `MR-<area>-<number>`; rules of teams have prefixes of their own. */
  readonly id: string;
  /** The demand in one sentence, without a full stop. */
  readonly title: string;
  /** What is looked at, exactly. */
  readonly checks: string;
  /** What happens where it is not kept. */
  readonly why: string;
  readonly fix: RuleFix;
  /** Where the facts come from, and the controls of others that mean the same. */
  readonly source: string;
  /** Codes of what `validate` says of the same: a check tells it once (`tellOnce`). */
  readonly sameAs?: readonly string[];
  /** The sets that it belongs to, and how loud it is there. What holds of `baseline` holds of `regulated` too. */
  readonly profiles: Partial<Readonly<Record<GovernanceProfile, Severity>>>;
  /**
   * Ids of rules that say less of the same fault: where this one speaks of a place, at least as loud, they are silent there.
   * Where it is switched off, they speak.
   */
  readonly covers?: readonly string[];
}

/** What a rule speaks of: a place of the definition or the template, and whatever else it needs to know there. */
export interface Subject {
  readonly path: Path;
}

/** What a rule looks at: pipeline definitions, and CloudFormation templates around them. */
export type RuleTarget = 'definition' | 'template';

/** One half of a rule: on definitions, or on templates. */
export interface RuleHalf<C, S extends Subject, O extends z.ZodObject = z.ZodObject> {
  /** Everything that the demand is made of. */
  readonly subjects: (context: C, options: z.output<O>) => Iterable<S>;
  /** What is to be said of one of them. */
  readonly judge: (subject: S, context: C, options: z.output<O>) => Iterable<Judgement>;
}

/** A rule as its file writes it: `subjects` and `judge` on definitions, `template` on templates; one of the two, or both. */
export interface RuleDeclaration<S extends Subject, O extends z.ZodObject = z.ZodObject, T extends Subject = Subject>
  extends RuleTexts,
    Partial<RuleHalf<PolicyContext, S, O>> {
  /** What projects may set; every option has a default. */
  readonly options?: O;
  readonly template?: RuleHalf<TemplateContext, T, O>;
}

/** Says something else of a subject than the rule would; for tests of fixtures. */
export type OtherJudge = (subject: Subject) => Iterable<Judgement>;

/**
 * Runs one half of a rule; says nothing where the rule has no such half.
 *
 * @param options read by the `options` of the rule
 * @param other judges in place of the rule
 */
export type RuleCheck<C> = (context: C, options: z.output<z.ZodObject>, other?: OtherJudge) => Iterable<Judgement>;

/** A rule as the engine runs it. */
export interface GovernanceRule extends RuleTexts {
  /** What it looks at; never empty. */
  readonly on: readonly RuleTarget[];
  readonly options: z.ZodObject;
  /** What it says of a definition; paths are places in the definition. */
  readonly check: RuleCheck<PolicyContext>;
  /** What it says of a template; paths are places in the template. */
  readonly checkTemplate: RuleCheck<TemplateContext>;
}
