import { fen } from '../money.ts';
import { feesByMonth } from './fee-dues.ts';
import type { Loan } from './loan.ts';
import { monthlyRate } from './monthly-rate.ts';
import { type Instalment, schedule } from './schedule.ts';

/**
 * What a loan costs all in, as fractions: the internal rate of return by month, twelve times it (`nominal`), and
 * what it makes in a year with interest on interest (`effective`).
 */
export type YearlyCost = {
  readonly monthly: number;
  readonly nominal: number;
  readonly effective: number;
};

/**
 * Instalments count at the end of their month, whichever day they are due. Undefined where fees leave nothing of
 * the loan when it is paid out.
 */
export function yearlyCost(
  loan: Loan,
  instalments: readonly Instalment[] = schedule(loan),
): YearlyCost | undefined {
  const [atOnce = fen(0), ...paid] = feesByMonth(loan).map(Number);
  for (const { month, principal, interest } of instalments)
    paid[month - 1] = (paid[month - 1] ?? 0) + principal + interest;
  const monthly = monthlyRate(loan.principal - atOnce, paid);
  return monthly === undefined
    ? undefined
    : { monthly, nominal: 12 * monthly, effective: compounded(monthly) };
}

/** A month's rate over twelve, without a power whose last digit hangs on the machine. */
function compounded(monthly: number): number {
  const two = (1 + monthly) * (1 + monthly);
  const four = two * two;
  return four * four * four - 1;
}
