import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkingCalendar } from '#domain/calendar';
import { dueDays } from '#domain/cost/due-days';
import type { Loan } from '#domain/cost/loan';
import { repaymentRules } from '#domain/cost/repayment-rules';
import { type Instalment, schedule } from '#domain/cost/schedule';
import { sum } from '#domain/money';
import { namesIn } from '#domain/names-in';
import { repaymentKinds } from '#domain/product/vocabulary';
import { basisPoints } from '#domain/rate';
import { addDays, type BusinessDate, date, daysBetween, months } from '#domain/time';
import { aLoan, anyLoan, anySmallLoan } from './any-loan.ts';

const DRAWN = date('2026-01-31');
const daysOf = (loan: Loan, drawnOn = DRAWN): readonly BusinessDate[] => {
  const days = dueDays({ drawnOn, term: loan.term });
  return days.ok ? days.value : [];
};

/** Interest of the balances as they stand, by whole numbers of any size, half to even, once. */
function wholeInterest(
  loan: Loan,
  dues: readonly Instalment[],
  days: readonly BusinessDate[] | undefined,
): number {
  const balances = new Map(dues.map(({ month, balance }) => [month, BigInt(balance)]));
  let balance = BigInt(loan.principal);
  let product = 0n;
  for (let month = 1; month <= loan.term; month += 1) {
    const [from, to] = [days?.[month - 1], days?.[month]];
    const actual = repaymentRules[loan.repayment].counts === 'days' && from && to;
    product += balance * BigInt(loan.rate) * BigInt(actual ? daysBetween(from, to) : 30);
    balance = balances.get(month) ?? balance;
  }
  const divisor = 3_600_000n;
  const [floor, rest] = [product / divisor, 2n * (product % divisor)];
  return Number(rest > divisor || (rest === divisor && floor % 2n === 1n) ? floor + 1n : floor);
}

const dated = fc.option(fc.integer({ min: 0, max: 2000 }), { nil: undefined });

test.each([
  ['of ordinary size', anyLoan],
  ['of a few fen over decades', anySmallLoan],
])('all instalments sum to the fen, for loans %s', (_, loans) => {
  fc.assert(
    fc.property(loans, dated, (loan, later) => {
      const days = later === undefined ? undefined : daysOf(loan, addDays(DRAWN, later));
      const dues = schedule(loan, days);
      expect(sum(dues.map(({ principal }) => principal))).toBe(loan.principal);
      expect(sum(dues.map(({ interest }) => interest))).toBe(wholeInterest(loan, dues, days));
      let balance: number = loan.principal;
      for (const due of dues) {
        expect(Math.min(due.principal, due.interest, due.balance)).toBeGreaterThanOrEqual(0);
        balance -= due.principal;
        expect(due.balance).toBe(balance);
        expect(due.dueOn).toBe(days?.[due.month]);
      }
      expect(dues.at(-1)).toMatchObject({ month: loan.term, balance: 0 });
    }),
  );
});

test('equal instalments are equal but for the last, whatever days pass', () => {
  fc.assert(
    fc.property(anyLoan, (any) => {
      fc.pre(any.principal >= 10_000_000 && any.rate >= 100); // Its last interest bears all rounding.
      const loan: Loan = { ...any, repayment: 'equal_instalments' };
      const dues = schedule(loan).map(({ principal, interest }) => principal + interest);
      expect(new Set(dues.slice(0, -1)).size).toBeLessThanOrEqual(1);
      const told = schedule(loan, daysOf(loan));
      expect(told.map(({ principal, interest }) => principal + interest)).toEqual(dues);
    }),
  );
});

test('a later repayment of principal never costs less interest', () => {
  fc.assert(
    fc.property(anyLoan, (loan) => {
      const interestOf = (repayment: Loan['repayment']) =>
        sum(schedule({ ...loan, repayment }).map((due) => due.interest));
      expect(interestOf('equal_principal')).toBeLessThanOrEqual(interestOf('stepped') + 1);
      expect(interestOf('stepped')).toBeLessThanOrEqual(interestOf('interest_monthly'));
      expect(interestOf('interest_monthly')).toBe(interestOf('bullet'));
    }),
  );
});

describe('what falls due when, in 14 months', () => {
  const all = Array.from({ length: 14 }, (_, month) => month + 1);
  test.each([
    ['equal_instalments', all, all],
    ['equal_principal', all, all],
    ['interest_monthly', all, [14]],
    ['interest_quarterly', [3, 6, 9, 12, 14], [14]],
    ['bullet', [14], [14]],
    ['stepped', all, [6, 12, 14]],
    ['revolving', all, [14]],
    ['renewal_without_repayment', all, [14]],
  ] as const)('%s: interest in %s, principal in %s', (repayment, interest, principal) => {
    const dues = schedule(aLoan({ repayment, term: months(14) }));
    expect(dues.filter((due) => due.interest > 0).map(({ month }) => month)).toEqual(interest);
    expect(dues.filter((due) => due.principal > 0).map(({ month }) => month)).toEqual(principal);
  });

  test.each(namesIn(repaymentKinds))('%s is paid back within a month too', (repayment) => {
    const loan = aLoan({ repayment, term: months(1), rate: basisPoints(360) });
    expect(schedule(loan)).toEqual([
      { month: 1, principal: loan.principal, interest: 300_000, balance: 0 },
    ]);
  });
});

describe('days', () => {
  test('are those of the month of disbursement, or the last of a shorter month', () => {
    expect(daysOf(aLoan({ term: months(4) }))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
  });

  const weekdays: WorkingCalendar = {
    firstYear: 2026,
    lastYear: 2026,
    isWorkingDay: (day) => daysBetween(date('2026-01-05'), day) % 7 < 5,
  };

  test('that are no working days move to the next one, and interest counts to it', () => {
    const loan = aLoan({ term: months(2), repayment: 'interest_monthly' });
    const moved = dueDays({ drawnOn: DRAWN, term: loan.term, calendar: weekdays });
    expect(moved.ok && schedule(loan, moved.value)).toMatchObject([
      { dueOn: '2026-03-02', interest: 320_833 }, // 30 days to Monday 2 March.
      { dueOn: '2026-03-31', interest: 310_139 }, // 29 days.
    ]);
  });

  test('beyond the calendar are refused', () => {
    expect(dueDays({ drawnOn: DRAWN, term: months(12), calendar: weekdays })).toMatchObject({
      ok: false,
      refusal: { code: 'calendar_year_unknown', field: 'drawnOn', actual: '2027' },
    });
  });
});
