import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allInRate } from '#domain/cost/all-in-rate';
import { checkLoan } from '#domain/cost/check-loan';
import { costSheet } from '#domain/cost/cost-sheet';
import { dueDays } from '#domain/cost/due-days';
import type { Loan } from '#domain/cost/loan';
import { fen, sum, yuan } from '#domain/money';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { aFee, aFlatFee, aLoan, anyLoan } from './any-loan.ts';

const lender = '姑苏银行';
const sheetOf = (loan: Loan) => {
  const sheet = costSheet(loan, { lender });
  if (!sheet.ok) throw new Error(sheet.refusal.code);
  return sheet.value;
};

test('a sheet tells each item, what is paid out, and what is paid in each month', async () => {
  const loan = aLoan({
    term: months(14),
    repayment: 'interest_quarterly',
    fees: [
      aFee({ cycle: 'yearly', method: 'deducted' }),
      aFee({ kind: 'appraisal', payer: 'bank', payee: '某评估公司' }),
      aFlatFee(yuan(800), { kind: 'notary', payee: '公证处' }),
      aFee({ kind: 'insurance', payer: 'government', cycle: 'monthly', rate: basisPoints(5) }),
    ],
  });
  const days = dueDays({ drawnOn: date('2026-03-02'), term: loan.term });
  const sheet = costSheet(loan, { lender, ...(days.ok && { days: days.value }) });
  await expect(`${JSON.stringify(sheet, undefined, 2)}\n`).toMatchFileSnapshot(
    'cost-sheet.golden.json',
  );
});

test('all payments less what was received are the cost, and the items of the enterprise sum to it', () => {
  fc.assert(
    fc.property(anyLoan, (loan) => {
      const { received, payments, items, interest, fees, cost } = sheetOf(loan);
      expect(sum(payments.map(({ total }) => total)) - received).toBe(cost);
      expect(interest + fees).toBe(cost);
      const own = items.filter(({ payer }) => payer === 'enterprise');
      expect(sum(own.map(({ amount }) => amount))).toBe(cost);
      expect(payments.every(({ total }) => total >= 0)).toBe(true);
      const told = payments.map(({ month }) => month);
      expect(told).toEqual(told.toSorted((left, right) => left - right));
      expect(payments.at(-1)).toMatchObject({ month: loan.term, balance: 0 });
    }),
  );
});

test('a sheet tells the very rate by which matching ranks', () => {
  fc.assert(
    fc.property(anyLoan, (loan) => {
      const { nominal, effective } = sheetOf(loan);
      expect(effective).toBe(allInRate(loan));
      expect(nominal).toBeLessThanOrEqual(effective);
    }),
  );
});

describe('a fee that is deducted', () => {
  test.each([
    ['upfront', 990_000, 0],
    ['yearly', 990_000, 10_000], // The second year's is paid like any other.
    ['monthly', 1_000_000, 240_000],
    ['maturity', 1_000_000, 10_000],
  ] as const)('%s leaves %i yuan of 1,000,000 and %i to pay later', (cycle, received, later) => {
    const sheet = sheetOf(aLoan({ term: months(24), fees: [aFee({ cycle, method: 'deducted' })] }));
    expect(sheet.received).toBe(yuan(received));
    expect(sum(sheet.payments.map(({ fees }) => fees))).toBe(yuan(later));
  });

  test('by transfer is paid beside the whole loan on the day of disbursement', () => {
    const sheet = sheetOf(aLoan({ fees: [aFee()] }));
    expect(sheet.received).toBe(yuan(1_000_000));
    expect(sheet.payments[0]).toEqual({
      month: 0,
      principal: 0,
      interest: 0,
      balance: yuan(1_000_000),
      fees: yuan(10_000),
      total: yuan(10_000),
    });
  });
});

describe('no cost is told', () => {
  test.each([
    ['principal', { principal: fen(0) }],
    ['term', { term: months(0) }],
    ['term', { term: months(361) }],
    ['rate', { rate: basisPoints(-1) }],
    ['rate', { rate: basisPoints(3601) }],
    ['fees[1].rate', { fees: [aFee(), aFee({ rate: basisPoints(0) })] }],
    ['fees[0].amount', { fees: [aFlatFee(fen(0))] }],
    ['fees', { fees: Array(28).fill(aFee({ rate: basisPoints(3600) })) }],
  ] as const)('where %s is out of range', (field, told) => {
    const refusals = checkLoan(aLoan(told));
    expect(refusals[0]).toMatchObject({ code: 'out_of_range', field });
    expect(costSheet(aLoan(told), { lender })).toEqual({ ok: false, refusal: refusals[0] });
  });
});
