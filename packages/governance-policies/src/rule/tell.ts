import type { DefinitionEdit } from '../fixes/definition-edit.js';
import type { Answer } from '../values/judge-value.js';
import type { Judgement } from './governance-rule.js';

/** Where something is told, and what would mend it. */
export type ToldPlace = Omit<Judgement, 'verdict' | 'reason'>;

/** How an answer is told. */
export interface Telling extends Omit<ToldPlace, 'edits'> {
  /** What would mend it, worked out where it is needed. */
  readonly edits?: readonly DefinitionEdit[] | (() => readonly DefinitionEdit[]);
  /** What is the case, without a full stop: `containers may reach the internet`. The reason of the answer follows. */
  readonly violated: string;
  /** The same for what nobody can know yet: `containers may be able to reach the internet`. */
  readonly unknown: string;
}

/**
 * The judgement of an answer: none where the demand is kept. Its edits are offered where it is violated: what nobody knows
 * yet is for the deployment or the start to decide.
 */
export function tell({ verdict, because }: Answer, telling: Telling): readonly Judgement[] {
  const { violated, unknown, edits, ...place } = telling;
  if (verdict === 'holds') return [];
  if (verdict === 'unknown') return [{ verdict, reason: `${unknown}: ${because}`, ...place }];
  const mending = typeof edits === 'function' ? edits() : edits;
  return [{ verdict, reason: `${violated}: ${because}`, ...place, ...(mending !== undefined && { edits: mending }) }];
}

/** A judgement that needs no reason of a value. */
export function violation(reason: string, place: ToldPlace): Judgement {
  return { verdict: 'violated', reason, ...place };
}

/** What nobody can know before deployment, and why. */
export function unprovable(reason: string, place: ToldPlace): Judgement {
  return { verdict: 'unknown', reason, ...place };
}
