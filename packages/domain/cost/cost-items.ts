import { type Fen, fen, sum } from '../money.ts';
import {
  type FeeKind,
  type FeeMethod,
  type FeePayer,
  feeCycles,
  feeKinds,
} from '../product/vocabulary.ts';
import { type BasisPoints, basisPoints, shareOf } from '../rate.ts';
import { feeEach, feeMonths } from './fee-dues.ts';
import type { Loan } from './loan.ts';
import { type RepaymentRule, repaymentRules } from './repayment-rules.ts';
import type { Instalment } from './schedule.ts';

/** What a loan costs by kind (贷款明白纸): interest and each fee. */
export const costKinds = { interest: { zh: '利息', en: 'Interest' }, ...feeKinds } as const;
export const costCycles = { ...feeCycles, quarterly: { zh: '按季', en: 'Quarterly' } } as const;

/** Interest, or one fee, whoever pays it. */
export type CostItem = {
  readonly kind: 'interest' | FeeKind;
  readonly payer: FeePayer;
  readonly payee: string;
  readonly method: FeeMethod;
  readonly cycle: keyof typeof costCycles;
  readonly times: number;
  /** Over the whole term. */
  readonly amount: Fen;
  /** Of the principal. */
  readonly share: BasisPoints;
};

const interestCycles = {
  1: 'monthly',
  3: 'quarterly',
  term: 'maturity',
} as const satisfies Record<RepaymentRule['interest'], keyof typeof costCycles>;

/** Interest first, then the fees as they stand. */
export function costItems(
  loan: Loan,
  instalments: readonly Instalment[],
  lender: string,
): readonly CostItem[] {
  const { fees, principal, repayment, term } = loan;
  const interest = sum(instalments.map((due) => due.interest));
  return [
    {
      kind: 'interest',
      payer: 'enterprise',
      payee: lender,
      method: 'included',
      cycle: interestCycles[repaymentRules[repayment].interest],
      times: instalments.length,
      amount: interest,
      share: shareIn(principal, interest),
    },
    ...fees.map((fee): CostItem => {
      const { kind, payer, payee, method, cycle } = fee;
      const times = feeMonths(fee, term).length;
      const amount = fen(feeEach(fee, principal) * times);
      const share = shareIn(principal, amount);
      return { kind, payer, payee, method, cycle, times, amount, share };
    }),
  ];
}

/** Of a principal, which is never nothing. */
export const shareIn = (principal: Fen, amount: Fen): BasisPoints =>
  shareOf(amount, principal) ?? basisPoints(0);
