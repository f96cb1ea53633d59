import { describe, expect, test } from 'vitest';
import { allInRate, DEAREST } from '#domain/cost/all-in-rate';
import { dueDays } from '#domain/cost/due-days';
import { schedule } from '#domain/cost/schedule';
import { yearlyCost } from '#domain/cost/yearly-cost';
import { sum, yuan } from '#domain/money';
import { basisPoints } from '#domain/rate';
import { date } from '#domain/time';
import { aFee, aLoan } from './any-loan.ts';

const percent = (fraction: number | undefined, digits: number) =>
  fraction === undefined ? undefined : (100 * fraction).toFixed(digits);

describe('1,000,000 yuan at 3.85 % for a year (domain.md C11)', () => {
  test.each([
    ['equal_instalments', 85_081.39, 85_081.34, 20_976.63],
    ['equal_principal', 86_541.67, 83_600.69, 20_854.17],
    ['interest_monthly', 3_208.33, 1_003_208.37, 38_500],
    ['interest_quarterly', 9_625, 1_009_625, 38_500],
    ['bullet', 1_038_500, 1_038_500, 38_500],
    ['stepped', 3_208.33, 501_604.17, 28_875],
    ['revolving', 3_208.33, 1_003_208.37, 38_500],
    ['renewal_without_repayment', 3_208.33, 1_003_208.37, 38_500],
  ] as const)('%s: first %s, last %s, interest %s', (repayment, first, last, interest) => {
    const dues = schedule(aLoan({ repayment }));
    const totals = dues.map((due) => sum([due.principal, due.interest]));
    expect([totals.at(0), totals.at(-1)]).toEqual([yuan(first), yuan(last)]);
    expect(sum(dues.map((due) => due.interest))).toBe(yuan(interest));
  });

  test('interest by months is the same in each but the last, which takes what rounding left', () => {
    const dues = schedule(aLoan());
    expect(dues.slice(0, -1).map((due) => due.interest)).toEqual(Array(11).fill(yuan(3_208.33)));
  });

  test('all at the end after 365 days is 39,034.72 of interest: actual days of 360', () => {
    const loan = aLoan({ repayment: 'bullet' });
    const days = dueDays({ drawnOn: date('2026-03-02'), term: loan.term });
    expect(days.ok && schedule(loan, days.value)).toMatchObject([
      { dueOn: '2027-03-02', interest: yuan(39_034.72) },
    ]);
  });

  test.each([
    ['interest_monthly', '0.40638', '4.877', '4.987', 499],
    ['equal_instalments', '0.47721', '5.727', '5.879', 588],
  ] as const)(
    '%s with a guarantee fee of 1 %% upfront costs %s %% a month, %s %% nominal, %s %% effective',
    (repayment, monthly, nominal, effective, inAll) => {
      const loan = aLoan({ repayment, fees: [aFee()] });
      const cost = yearlyCost(loan);
      expect(percent(cost?.monthly, 5)).toBe(monthly);
      expect(percent(cost?.nominal, 3)).toBe(nominal);
      expect(percent(cost?.effective, 3)).toBe(effective);
      expect(allInRate(loan)).toBe(inAll);
    },
  );

  test.each([
    // 3.85 % and 12 times 1 % are 15.85 %, with interest on interest 17.05 %.
    ['upfront', 499],
    ['yearly', 499],
    ['maturity', 494],
    ['monthly', 1705],
  ] as const)('1 %% %s costs %s bp all in', (cycle, expected) => {
    expect(allInRate(aLoan({ fees: [aFee({ cycle })] }))).toBe(expected);
  });
});

test('fees that eat the loan up have no rate: it is told as the dearest', () => {
  const loan = aLoan({ fees: [aFee({ rate: basisPoints(10_000) })] });
  expect(yearlyCost(loan)).toBeUndefined();
  expect(allInRate(loan)).toBe(DEAREST);
});

test('what costs nothing has the rate zero', () => {
  expect(yearlyCost(aLoan({ rate: basisPoints(0) }))).toEqual({
    monthly: 0,
    nominal: 0,
    effective: 0,
  });
});
