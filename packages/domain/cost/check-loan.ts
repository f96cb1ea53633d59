import { fen } from '../money.ts';
import { outside } from '../product/bounds.ts';
import { feeRateLimits, principalLimits, rateLimits, termLimits } from '../product/limits.ts';
import type { Fee } from '../product/product.ts';
import type { Refusal } from '../refusal.ts';
import { feesByMonth } from './fee-dues.ts';
import type { Loan } from './loan.ts';

/**
 * What stands in the way of a cost, each out_of_range: principal, term, rate, then each fee, then `fees`, where they
 * leave nothing of the loan when it is paid out.
 */
export function checkLoan(loan: Loan): readonly Refusal[] {
  const faults = [
    ...outside('principal', loan.principal, principalLimits),
    ...outside('term', loan.term, termLimits),
    ...outside('rate', loan.rate, rateLimits),
    ...loan.fees.flatMap(checkFee),
  ];
  return faults.length > 0 ? faults : eatenUp(loan);
}

const checkFee = (fee: Fee, index: number): readonly Refusal[] =>
  'rate' in fee
    ? outside(`fees[${index}].rate`, fee.rate, feeRateLimits)
    : outside(`fees[${index}].amount`, fee.amount, principalLimits);

function eatenUp(loan: Loan): readonly Refusal[] {
  const [atOnce = fen(0)] = feesByMonth(loan);
  return atOnce < loan.principal
    ? []
    : [
        {
          code: 'out_of_range',
          field: 'fees',
          expected: `< ${loan.principal}`,
          actual: String(atOnce),
        },
      ];
}
