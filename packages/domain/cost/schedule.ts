import { assert } from '../assert.ts';
import { type Fen, fen, sum } from '../money.ts';
import { interest, WHOLE } from '../rate.ts';
import { type BusinessDate, daysBetween } from '../time.ts';
import type { Loan } from './loan.ts';
import { isDue, type RepaymentRule, repaymentRules, timesDue } from './repayment-rules.ts';

/** What falls due at the end of a month after disbursement; `balance` is what is still owed then. */
export type Instalment = {
  readonly month: number;
  readonly dueOn?: BusinessDate;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly balance: Fen;
};

const MONTH_DAYS = 30;
const YEAR_DAYS = 360;

/**
 * Every instalment of a loan. An instalment is rounded as a whole, its interest by itself, and its principal is the
 * rest; the last one clears the balance and takes what rounding has left of the interest, so that all principal is
 * the loan's and all interest is that of the balances, rounded once. `days`: of disbursement and of each month after.
 */
export function schedule(loan: Loan, days?: readonly BusinessDate[]): readonly Instalment[] {
  const { principal, rate, repayment, term } = loan;
  assert(term > 0, 'a loan runs for a month at least');
  assert(days === undefined || days.length === term + 1, 'each month has its day');
  const rule: RepaymentRule = repaymentRules[repayment];
  const share = shareOf(loan, rule);
  const dues: Instalment[] = [];
  let balance = principal;
  let unpaid = 0; // Fen times days since interest was last paid.
  let borne = 0;
  for (let month = 1; month <= term; month += 1) {
    unpaid += balance * (rule.counts === 'days' ? passed(days, month) : MONTH_DAYS);
    if (!isDue(rule.interest, month, term)) continue;
    const due = interest({ principal: fen(unpaid), rate, days: 1 });
    const exact = (unpaid * rate) / (WHOLE * YEAR_DAYS);
    const repaid = repaidIn(month, { rule, term, balance, share, due, exact });
    borne += unpaid;
    unpaid = 0;
    balance = fen(balance - repaid);
    const dueOn = days?.[month];
    dues.push({ month, ...(dueOn && { dueOn }), principal: repaid, interest: due, balance });
  }
  return settled(dues, interest({ principal: fen(borne), rate, days: 1 }));
}

const passed = (days: readonly BusinessDate[] | undefined, month: number): number => {
  const from = days?.[month - 1];
  const to = days?.[month];
  return from === undefined || to === undefined ? MONTH_DAYS : daysBetween(from, to);
};

/** Of a level loan the whole instalment, of the others the principal in it; in fen, not rounded. */
function shareOf({ principal, rate, term }: Loan, rule: RepaymentRule): number {
  if (!rule.level) return principal / timesDue(rule.principal, term);
  const discount = 1 / (1 + rate / (WHOLE * (YEAR_DAYS / MONTH_DAYS)));
  let annuity = 0; // Summed up, since the closed form loses its digits where the rate is small.
  for (let month = 0; month < term; month += 1) annuity = discount * (1 + annuity);
  return principal / annuity;
}

function repaidIn(
  month: number,
  {
    rule,
    term,
    balance,
    share,
    due,
    exact,
  }: {
    readonly rule: RepaymentRule;
    readonly term: number;
    readonly balance: Fen;
    readonly share: number;
    readonly due: Fen;
    readonly exact: number;
  },
): Fen {
  if (month === term) return balance;
  if (!isDue(rule.principal, month, term)) return fen(0);
  const instalment = Math.round(rule.level ? share : share + exact);
  return fen(Math.min(Math.max(instalment - due, 0), balance));
}

/** Where rounding up has taken more than the last instalment bears, those before it give the fen back. */
function settled(dues: readonly Instalment[], whole: Fen): readonly Instalment[] {
  const settling = [...dues];
  let left = whole - sum(dues.map((due) => due.interest));
  for (let at = dues.length - 1; left !== 0 && at >= 0; at -= 1) {
    const due = settling[at];
    if (due === undefined) continue;
    const given = Math.max(left, -due.interest);
    settling[at] = { ...due, interest: fen(due.interest + given) };
    left -= given;
  }
  return settling;
}
