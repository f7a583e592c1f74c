import { explainExceptions, offerExceptions, renderOffers } from '@millrace/governance-policies';
import type { WithLedgers } from './apply-ledgers.js';

const OFFERS = 'Entries for what specs suppress for rules of cdk-nag, to be pasted below "exceptions:":';

/** What the ledgers say, and entries that they could have. */
export function explainLedgers({ exceptions, targets }: WithLedgers, today: string): string {
  const offers = targets.flatMap(({ suppressed = [], governance: { ledger, owner } }) =>
    offerExceptions(suppressed, ledger, { today, owner }),
  );
  const once = [...new Map(offers.map((offer) => [JSON.stringify(offer), offer])).values()];
  return `${explainExceptions(exceptions)}${once.length === 0 ? '' : `\n${OFFERS}\n${renderOffers(once)}`}`;
}
