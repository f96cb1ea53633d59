import { type BasisPoints, basisPoints, WHOLE } from '../rate.ts';
import type { Loan } from './loan.ts';
import { yearlyCost } from './yearly-cost.ts';

/** 10,000 %: dearer is not told apart, nor what fees eat up before it is paid out. */
export const DEAREST = basisPoints(1_000_000);

/** A yearly fraction in basis points, rounded half up. */
export const inBasisPoints = (fraction: number): BasisPoints =>
  basisPoints(Math.min(Math.floor(fraction * WHOLE + 0.5), DEAREST));

/** Effective, yearly, with all fees that the enterprise pays, rounded half up; at most DEAREST. */
export function allInRate(loan: Loan): BasisPoints {
  const cost = yearlyCost(loan);
  return cost ? inBasisPoints(cost.effective) : DEAREST;
}
