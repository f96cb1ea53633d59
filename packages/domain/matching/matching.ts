import type { DataCategory } from '../consent/data-categories.ts';
import type { BankId, NeedId, ProductId, UnifiedCode } from '../ids.ts';
import type { Criterion, Verdict } from '../product/criterion.ts';
import type { EligibilityFactName } from '../product/eligibility-facts.ts';
import type { BasisPoints } from '../rate.ts';
import type { BusinessDate, Instant } from '../time.ts';

/** What every product asks of every need, whatever else its bank asks of the firm. */
export const termCodes = [
  'hard_stop',
  'enterprise_operating',
  'product_listed',
  'audience',
  'region',
  'principal',
  'term',
  'purpose',
  'guarantee',
  'repayment',
  'rate_ceiling',
] as const;
export type TermCode = (typeof termCodes)[number];

type Told = string | number | boolean | readonly (string | number)[];

/** How an unknown becomes known: disclose a category, have a record delivered, declare it in the need. */
export type Provide =
  | { readonly how: 'disclose'; readonly categories: readonly DataCategory[] }
  | { readonly how: 'record'; readonly categories: readonly DataCategory[] }
  | { readonly how: 'declare'; readonly field: string };

/**
 * One thing that a product asks and this need or firm has not, or nobody knows whether it has. The same for every
 * product that asks the same, so that an answer names it once and products refer to it.
 */
export type Finding = {
  /** `any`, `all`, `not`: a criterion of several; its parts are in `of`. */
  readonly code: TermCode | EligibilityFactName | 'any' | 'all' | 'not';
  readonly verdict: Exclude<Verdict, 'yes'>;
  /** Of a term: what the product takes. Of a fact: the criterion itself. */
  readonly required: Told | Criterion;
  /** Absent where it is not known. */
  readonly actual?: Told;
  readonly provide?: Provide;
  readonly of?: readonly Finding[];
};

/** Why a product stands where it stands: each factor's points of 100, and the value for which they were given. */
export type RankFactor = {
  readonly factor: 'cost' | 'likelihood' | 'speed' | 'fit';
  readonly points: number;
  readonly max: number;
  readonly value: number;
};

type Offered = {
  readonly product: ProductId;
  readonly version: number;
  readonly name: string;
  readonly bank: BankId;
  readonly bankName: string;
  /** The yearly rate that the firm may expect; absent where the price hangs on a fixing that is not known. */
  readonly expectedRate?: BasisPoints;
};

export type ProductMatch = Offered &
  (
    | {
        readonly verdict: 'yes';
        readonly rank: number;
        readonly points: number;
        /** All fees in, effective, yearly, in basis points (packages/domain/cost). */
        readonly allInRate: BasisPoints;
        readonly why: readonly RankFactor[];
      }
    | {
        readonly verdict: 'no' | 'unknown';
        /** Places in the answer's `findings`. */
        readonly reasons: readonly number[];
      }
  );

/** Products that would fit if this one thing were otherwise: "11 more if your tax grade were B". */
export type Gap = {
  readonly code: Finding['code'];
  /** Products that lack it. */
  readonly products: number;
  /** Those that lack nothing else. */
  readonly alone: number;
  /** What most of those alone would take, and how many fit then. */
  readonly would?: { readonly required: Finding['required']; readonly products: number };
};

/** Which part of a matching: `after` is the `next` of the page before; of one verdict alone where told. */
export type MatchingPage = {
  readonly limit: number;
  readonly after?: string;
  readonly verdict?: Verdict;
  /** Banks take turns among the products that fit. */
  readonly diverse?: boolean;
};

/** One page of all products for one need on one day: those that fit by rank, the unknown, then the others. */
export type Matching = {
  readonly need: NeedId;
  readonly edition: number;
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
  readonly ruleVersion: number;
  readonly points?: number;
  readonly counts: { readonly yes: number; readonly unknown: number; readonly no: number };
  readonly gaps: readonly Gap[];
  readonly products: readonly ProductMatch[];
  readonly findings: readonly Finding[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
};

/** The first page as kept: with what it has seen of the catalogue and of the whitelist in effect. */
export type KeptMatching = Matching & {
  readonly revision: number;
  readonly recommended: boolean;
  readonly matchedAt: Instant;
};
