import type { BankId, NeedId, ProductId, UnifiedCode } from '../ids.ts';
import type { BasisPoints } from '../rate.ts';
import type { BusinessDate, Instant } from '../time.ts';

export const criterionCodes = [
  'hard_stop',
  'enterprise_operating',
  'product_listed',
  'principal',
  'term',
  'purpose',
  'guarantee',
  'repayment',
  'rate_ceiling',
  'min_points',
  'min_age_months',
  'min_annual_sales',
  'min_insured_headcount',
  'max_serious_penalties',
  'tax_grade',
  'size',
  'district',
  'industry',
  'excluded_industry',
  'recommended_only',
] as const;
export type CriterionCode = (typeof criterionCodes)[number];

/** A criterion that was not met. `actual` is `unknown` where nobody delivered the fact. */
export type FailedCriterion = {
  readonly criterion: CriterionCode;
  readonly required: string | number | readonly (string | number)[];
  readonly actual: string | number | readonly (string | number)[];
};

/** Why a product stands where it stands: each factor's points of 100 and the value they were given for. */
export type RankFactor = {
  readonly factor: 'price' | 'speed' | 'collateral' | 'headroom';
  readonly points: number;
  readonly max: number;
  readonly value: number | string;
};

export type ProductMatch = {
  readonly product: ProductId;
  readonly productName: string;
  readonly bank: BankId;
  readonly bankName: string;
} & (
  | {
      readonly eligible: true;
      /** The yearly rate the firm may expect: the product's range placed by the firm's points. */
      readonly expectedRate: BasisPoints;
      readonly rank: number;
      readonly points: number;
      readonly why: readonly RankFactor[];
    }
  | {
      readonly eligible: false;
      /** Absent where the price hangs on a fixing that is not known. */
      readonly expectedRate?: BasisPoints;
      readonly failed: readonly FailedCriterion[];
    }
);

/** All products for one need on one day: the eligible by rank, then the others, fewest failures first. */
export type Matching = {
  readonly need: NeedId;
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
  readonly ruleVersion: number;
  readonly points?: number;
  readonly eligible: number;
  readonly products: readonly ProductMatch[];
};

/** A matching as kept: with what it has seen of the catalogue and of the whitelist in effect. */
export type KeptMatching = Matching & {
  readonly revision: number;
  readonly recommended: boolean;
  readonly matchedAt: Instant;
};
