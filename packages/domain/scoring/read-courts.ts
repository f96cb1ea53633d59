import type { Facts } from './facts.ts';
import { outstanding } from './outstanding.ts';
import { fact, type Reading } from './reading.ts';

export function readCourts(reading: Reading): Facts {
  const debts = outstanding(reading, 'judgment-debtor', 'closed_on');
  const listings = outstanding(reading, 'dishonest-debtor', 'removed_on');
  const dishonest = listings.count === undefined ? undefined : listings.count > 0;
  return {
    ...fact('judgment_debt_fen', debts.amount, debts.evidence),
    ...fact('judgment_debts_open', debts.count, debts.evidence),
    ...fact('dishonest_debtor', dishonest, listings.evidence),
  };
}
