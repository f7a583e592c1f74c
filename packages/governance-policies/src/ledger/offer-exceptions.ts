import { type Json, textPartsOf } from '@millrace/schema';
import { dayAfter } from './calendar-day.js';
import type { Exception, Ledger } from './exception.js';

/** What a spec acknowledges in `nag_suppressions`: the compiler's `AcknowledgedFinding`. */
export interface SuppressedFinding {
  /** Path of a construct or the end of it: text, or text with deploy values in it. */
  readonly path: Json;
  /** `AwsSolutions-IAM5[Resource::*]`. */
  readonly id: string;
  readonly reason: string;
}

/** An entry that the ledger could have. */
export type OfferedException = Pick<Exception, 'rule' | 'path' | 'reason' | 'owner' | 'expires'>;

/** Who and when offers are made for. */
export interface OfferOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Empty where nobody is known; the ledger refuses the entry until somebody is named. */
  readonly owner?: string | undefined;
}

/** For how long an exception is offered; whoever takes it may set another day. */
const DAYS = 90;

/** Entries for what a spec suppresses and the ledger does not have, each once, in the order of the spec. */
export function offerExceptions(
  suppressed: readonly SuppressedFinding[],
  ledger: Ledger,
  { today, owner = '' }: OfferOptions,
): readonly OfferedException[] {
  const expires = dayAfter(today, DAYS);
  const offers = suppressed.map(({ path, id, reason }) => ({
    rule: id,
    path: patternOf(path),
    reason,
    owner,
    expires,
  }));
  const asked = offers.filter((offer) => !ledger.exceptions.some((exception) => hasAlready(exception, offer)));
  return [...new Map(asked.map((offer) => [JSON.stringify([offer.rule, offer.path]), offer])).values()];
}

/** The paths of MDAA are ends of paths of constructs, and begin with a slash. */
function patternOf(path: Json): string {
  const text = (textPartsOf(path) ?? [path]).map((part) => (typeof part === 'string' ? part : '*')).join('');
  return `**/${text.replace(/^\/+|\/+$/g, '')}`;
}

/** Also where the ledger names the construct by its whole path, or the rule with all its findings. */
function hasAlready({ rule, path, target }: Exception, offer: OfferedException): boolean {
  if (rule !== offer.rule && rule !== offer.rule.replace(/\[.*$/s, '')) return false;
  const end = offer.path.slice('**/'.length);
  return path === end || path.endsWith(`/${end}`) || target.names(end);
}
