import type { UnifiedCode, WhitelistId } from '../ids.ts';
import type { BasisPoints } from '../rate.ts';
import type { BusinessDate, Instant } from '../time.ts';

/** Which firms a recommended list (推荐名单) takes in. All conditions must hold. */
export type WhitelistRule = {
  readonly minPoints: number;
  readonly minCoverage?: BasisPoints;
  readonly minAgeMonths?: number;
  readonly districts?: readonly string[];
  /** GB/T 4754 prefixes that stay out, e.g. `J`, `K70`. */
  readonly excludedIndustries?: readonly string[];
  readonly sizes?: readonly ('large' | 'medium' | 'small' | 'micro')[];
};

export const whyOutCodes = [
  'hard_stop',
  'not_operating',
  'not_scored',
  'points_below_floor',
  'coverage_below_floor',
  'age_below_floor',
  'age_unknown',
  'district_not_served',
  'industry_excluded',
  'size_not_served',
] as const;
export type WhyOutCode = (typeof whyOutCodes)[number];

/** What a list asks of every firm, in the order of its grounds: what nobody overrules comes first. */
export const whitelistConditions = [
  'no_hard_stop',
  'operating',
  'scored',
  'points',
  'coverage',
  'age',
  'district',
  'industry',
  'size',
] as const;
export type WhitelistCondition = (typeof whitelistConditions)[number];

/** A condition that decided: what was required, what was found. */
export type Ground = {
  readonly code: WhyOutCode | `${string}_met`;
  readonly required: string | number;
  readonly actual: string | number;
};

/** One firm's entry: every firm of the city has one, in or out, with its grounds. */
export type Listing = {
  readonly whitelist: WhitelistId;
  readonly code: UnifiedCode;
  readonly name: string;
  readonly listed: boolean;
  /** In: every condition met. Out: every condition failed. */
  readonly grounds: readonly Ground[];
  readonly points?: number;
  readonly grade?: string;
};

/** A recommended list: a recommendation, never a credit promise. rule → drafting → draft → published. */
export type Whitelist = {
  readonly id: WhitelistId;
  readonly name: string;
  readonly rule: WhitelistRule;
  readonly ruleVersion: number;
  readonly asOf: BusinessDate;
  readonly status: 'drafting' | 'draft' | 'published';
  readonly requestedAt: Instant;
  /** The last firm considered while drafting: where an interrupted draft goes on. */
  readonly after?: string;
  readonly considered: number;
  readonly listed: number;
  readonly publishedAt?: Instant;
};
