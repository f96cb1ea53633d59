import type { Repayment } from '../product/vocabulary.ts';

/** Every so many months and in the last one; `term`: in the last one alone. */
export type Every = 1 | 3 | 6 | 'term';

export type RepaymentRule = {
  readonly interest: Exclude<Every, 6>;
  readonly principal: Every;
  /** Interest and principal together are the same each time. */
  readonly level?: true;
  /** What interest counts where days are told: months of 30 days (annual / 12), or the days that pass. */
  readonly counts: 'months' | 'days';
};

/**
 * How each kind is paid back (domain.md C11). A yearly rate is that of 360 days, so that a month without days is
 * annual / 12. Instalments that are to be equal count months, whatever days pass; the others count days where they
 * are told. `stepped` repays principal at least twice a year (固定资产贷款管理办法 2024) · `revolving` is drawn whole
 * at once and repaid at the end, which is the dearest use · `renewal_without_repayment` is renewed at the end, so
 * that its principal falls due there and is met by the next loan.
 */
export const repaymentRules = {
  equal_instalments: { interest: 1, principal: 1, level: true, counts: 'months' },
  equal_principal: { interest: 1, principal: 1, counts: 'months' },
  interest_monthly: { interest: 1, principal: 'term', counts: 'days' },
  interest_quarterly: { interest: 3, principal: 'term', counts: 'days' },
  bullet: { interest: 'term', principal: 'term', counts: 'days' },
  stepped: { interest: 1, principal: 6, counts: 'days' },
  revolving: { interest: 1, principal: 'term', counts: 'days' },
  renewal_without_repayment: { interest: 1, principal: 'term', counts: 'days' },
} as const satisfies Record<Repayment, RepaymentRule>;

/** Whether something is due in a month, counted from 1 after disbursement. */
export const isDue = (every: Every, month: number, term: number): boolean =>
  month === term || (every !== 'term' && month % every === 0);

/** How often something is due within a term. */
export const timesDue = (every: Every, term: number): number =>
  every === 'term' ? 1 : Math.ceil(term / every);
