import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feesByMonth } from '#domain/cost/fee-dues';
import type { Loan } from '#domain/cost/loan';
import { monthlyRate } from '#domain/cost/monthly-rate';
import { schedule } from '#domain/cost/schedule';
import { yearlyCost } from '#domain/cost/yearly-cost';
import { aLoan, anyFee, anyLoan } from './any-loan.ts';

const ONE = 10n ** 24n;

/**
 * The same by another way: what is owed grows month by month and every payment lowers it, in whole numbers of 24
 * decimals; the rate at which nothing is owed at the end is found by halving alone.
 */
function referenceRate(received: bigint, paid: readonly bigint[]): number {
  const owedAt = (rate: bigint) =>
    paid.reduce((owed, amount) => (owed * (ONE + rate)) / ONE - amount * ONE, received * ONE);
  let low = 0n;
  let high = ONE / 100n;
  while (owedAt(high) < 0n) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (owedAt(middle) < 0n) low = middle;
    else high = middle;
  }
  return Number(low) / Number(ONE);
}

function flows(loan: Loan) {
  const [atOnce = 0, ...paid] = feesByMonth(loan).map(Number);
  for (const due of schedule(loan))
    paid[due.month - 1] = (paid[due.month - 1] ?? 0) + due.principal + due.interest;
  return { received: loan.principal - atOnce, paid };
}

test('the rate of return is that of an independent reckoning, to 1e-12', () => {
  fc.assert(
    fc.property(anyLoan, (loan) => {
      const { received, paid } = flows(loan);
      const reference = referenceRate(BigInt(received), paid.map(BigInt));
      expect(yearlyCost(loan)?.monthly).toBeCloseTo(reference, 12);
    }),
  );
});

test.each([
  [100, [0, 0, 110], 0.032280115456367],
  [100, [1_000_000], 9_999],
  [1, [...Array(359).fill(0), 1e11], 0.072890884755],
  [1_000_000, Array(360).fill(1_000_000), 1],
  [100, [100], 0],
])('for %s received and %o paid it is %s', (received, paid, rate) => {
  expect(monthlyRate(received, paid)).toBeCloseTo(rate, 9);
});

test.each([
  [0, [100]],
  [-5, [100]],
  [100, [99]],
  [100, []],
])('there is none for %s received and %o paid', (received, paid) => {
  expect(monthlyRate(received, paid)).toBeUndefined();
});

/** What rounding of doubles may move. */
const NOISE = 1e-12;

test('one more fee never makes a loan cheaper', () => {
  fc.assert(
    fc.property(anyLoan, anyFee, (loan, fee) => {
      const before = yearlyCost(loan)?.effective ?? Number.NaN;
      const dearer = yearlyCost({ ...loan, fees: [...loan.fees, fee] })?.effective;
      expect(dearer ?? Infinity).toBeGreaterThanOrEqual(before - NOISE);
    }),
  );
});

test('a higher rate never makes a loan cheaper', () => {
  fc.assert(
    fc.property(anyLoan, anyLoan, (loan, { rate }) => {
      const [low, high] = rate < loan.rate ? [rate, loan.rate] : [loan.rate, rate];
      const costOf = (at: Loan['rate']) => yearlyCost({ ...loan, rate: at })?.effective ?? 0;
      expect(costOf(high)).toBeGreaterThanOrEqual(costOf(low) - NOISE);
    }),
  );
});

test('what others pay changes nothing, nor does the way in which a fee is paid', () => {
  fc.assert(
    fc.property(anyLoan, anyFee, fc.constantFrom('bank', 'government'), (loan, fee, payer) => {
      const paidByOthers: Loan = { ...loan, fees: [...loan.fees, { ...fee, payer }] };
      expect(yearlyCost(paidByOthers)).toEqual(yearlyCost(loan));
      const transferred: Loan = {
        ...loan,
        fees: loan.fees.map((one) => ({ ...one, method: 'transfer' })),
      };
      expect(yearlyCost(transferred)).toEqual(yearlyCost(loan));
    }),
  );
});

test('without fees the nominal rate of level instalments is that of the contract', () => {
  expect(yearlyCost(aLoan({ repayment: 'equal_instalments' }))?.nominal).toBeCloseTo(0.0385, 8);
});
