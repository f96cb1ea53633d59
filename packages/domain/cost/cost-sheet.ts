import { assert } from '../assert.ts';
import { type Fen, fen, sum } from '../money.ts';
import type { Repayment } from '../product/vocabulary.ts';
import type { BasisPoints } from '../rate.ts';
import { accept, type Outcome } from '../refusal.ts';
import type { BusinessDate, Months } from '../time.ts';
import { inBasisPoints } from './all-in-rate.ts';
import { checkLoan } from './check-loan.ts';
import { type CostItem, costItems, shareIn } from './cost-items.ts';
import { deductedAtOnce, feesByMonth } from './fee-dues.ts';
import type { Loan } from './loan.ts';
import { type Instalment, schedule } from './schedule.ts';
import { yearlyCost } from './yearly-cost.ts';

/** What the enterprise pays in a month after disbursement; in month 0 what it pays beside the loan paid out. */
export type Payment = Instalment & { readonly fees: Fen; readonly total: Fen };

/**
 * What a loan costs, told before it is signed (贷款明白纸, domain.md C11). Fees and totals are what the enterprise
 * pays; what others pay for it stands among the items alone. All payments less what was received are `cost`.
 */
export type CostSheet = {
  readonly principal: Fen;
  readonly term: Months;
  readonly rate: BasisPoints;
  readonly repayment: Repayment;
  readonly drawnOn?: BusinessDate;
  /** Paid out: the principal less what is deducted from it. */
  readonly received: Fen;
  readonly interest: Fen;
  readonly fees: Fen;
  readonly cost: Fen;
  /** The cost, of the principal. */
  readonly share: BasisPoints;
  /** All in, yearly: twelve times the monthly rate of return; and with interest on interest. At most DEAREST. */
  readonly nominal: BasisPoints;
  readonly effective: BasisPoints;
  readonly items: readonly CostItem[];
  readonly payments: readonly Payment[];
};

/** `lender` collects the interest; `days` are those of `dueDays`. Refuses: what `checkLoan` refuses. */
export function costSheet(
  loan: Loan,
  { lender, days }: { readonly lender: string; readonly days?: readonly BusinessDate[] },
): Outcome<CostSheet> {
  const [refusal] = checkLoan(loan);
  if (refusal) return { ok: false, refusal };
  const { principal, term, rate, repayment } = loan;
  const instalments = schedule(loan, days);
  const yearly = yearlyCost(loan, instalments);
  assert(yearly !== undefined, 'a loan that is paid out has a rate of return');
  const [drawnOn] = days ?? [];
  const interest = sum(instalments.map((due) => due.interest));
  const fees = sum(feesByMonth(loan));
  const cost = fen(interest + fees);
  return accept({
    principal,
    term,
    rate,
    repayment,
    ...(drawnOn && { drawnOn }),
    received: fen(principal - deductedAtOnce(loan)),
    interest,
    fees,
    cost,
    share: shareIn(principal, cost),
    nominal: inBasisPoints(yearly.nominal),
    effective: inBasisPoints(yearly.effective),
    items: costItems(loan, instalments, lender),
    payments: paymentsOf(loan, instalments, days),
  });
}

/** Instalments and fees month by month; a month in which nothing is paid is left out. */
function paymentsOf(
  loan: Loan,
  instalments: readonly Instalment[],
  days: readonly BusinessDate[] | undefined,
): readonly Payment[] {
  const due = new Map(instalments.map((instalment) => [instalment.month, instalment]));
  let balance = loan.principal;
  return feesByMonth(loan).flatMap((charged, month) => {
    const dueOn = days?.[month];
    const fees = month === 0 ? fen(charged - deductedAtOnce(loan)) : charged;
    const instalment = due.get(month) ?? {
      month,
      ...(dueOn && { dueOn }),
      principal: fen(0),
      interest: fen(0),
      balance,
    };
    balance = instalment.balance;
    const total = fen(instalment.principal + instalment.interest + fees);
    return due.has(month) || total > 0 ? [{ ...instalment, fees, total }] : [];
  });
}
