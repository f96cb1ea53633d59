import { type Fen, fen } from '../money.ts';
import type { Fee } from '../product/product.ts';
import type { FeeCycle } from '../product/vocabulary.ts';
import { WHOLE } from '../rate.ts';
import type { Months } from '../time.ts';
import type { Loan } from './loan.ts';

/** Months after disbursement; 0 is disbursement itself. */
const monthsDue = {
  upfront: () => [0],
  monthly: (term) => Array.from({ length: term }, (_, month) => month + 1),
  // In advance, so that a year that has only begun is paid whole.
  yearly: (term) => Array.from({ length: Math.ceil(term / 12) }, (_, year) => year * 12),
  maturity: (term) => [term],
} as const satisfies Record<FeeCycle, (term: Months) => readonly number[]>;

export const feeMonths = ({ cycle }: Fee, term: Months): readonly number[] =>
  monthsDue[cycle](term);

/** What a fee takes each time, rounded half up. */
export const feeEach = (fee: Fee, principal: Fen): Fen =>
  'amount' in fee ? fee.amount : fen(Math.round((principal * fee.rate) / WHOLE));

/** What the enterprise pays beside instalments, by month after disbursement, the first one 0. */
export function feesByMonth({ fees, principal, term }: Loan): readonly Fen[] {
  const paid = Array.from({ length: term + 1 }, () => fen(0));
  for (const fee of fees) {
    if (fee.payer !== 'enterprise') continue;
    const each = feeEach(fee, principal);
    for (const month of feeMonths(fee, term)) paid[month] = fen((paid[month] ?? 0) + each);
  }
  return paid;
}

/**
 * What is kept back when the loan is paid out: of the fees deducted, what falls due there. What a cycle brings
 * later cannot be deducted from a loan that is paid out already.
 */
export const deductedAtOnce = ({ fees, principal, term }: Loan): Fen =>
  fen(
    fees
      .filter(({ payer, method }) => payer === 'enterprise' && method === 'deducted')
      .filter((fee) => feeMonths(fee, term).includes(0))
      .reduce((all, fee) => all + feeEach(fee, principal), 0),
  );
