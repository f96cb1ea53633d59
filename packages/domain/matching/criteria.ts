import type { NeedTerms } from '../need/need.ts';
import type { Product } from '../product/product.ts';
import type { LprFixing } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import { type Applicant, numberFact, textFact } from './applicant.ts';
import { rateRange } from './expected-rate.ts';
import { type Industry, mayLieWithin, withinIndustries } from './industry.ts';
import { type CriterionCode, criterionCodes, type FailedCriterion } from './matching.ts';

/** What a matching reads once for all its products. */
export type MatchContext = {
  readonly asOf: BusinessDate;
  readonly fixing?: LprFixing;
  readonly ageMonths?: number;
  readonly industry?: Industry;
};

type Shortfall = Omit<FailedCriterion, 'criterion'>;
type Criterion = (
  product: Product,
  need: NeedTerms,
  applicant: Applicant,
  context: MatchContext,
) => Shortfall | undefined;

const UNKNOWN = 'unknown';

const atLeast = (floor: number | undefined, actual: number | undefined): Shortfall | undefined =>
  floor === undefined || (actual !== undefined && actual >= floor)
    ? undefined
    : { required: floor, actual: actual ?? UNKNOWN };

const atMost = (ceiling: number | undefined, actual: number | undefined): Shortfall | undefined =>
  ceiling === undefined || (actual !== undefined && actual <= ceiling)
    ? undefined
    : { required: ceiling, actual: actual ?? UNKNOWN };

const within = (range: { min: number; max: number }, actual: number): Shortfall | undefined =>
  actual >= range.min && actual <= range.max
    ? undefined
    : { required: [range.min, range.max], actual };

const oneOf = (
  allowed: readonly string[] | undefined,
  actual: string | undefined,
): Shortfall | undefined =>
  allowed === undefined || (actual !== undefined && allowed.includes(actual))
    ? undefined
    : { required: allowed, actual: actual ?? UNKNOWN };

function listing({ status, validFrom, validTo }: Product, asOf: BusinessDate): string {
  if (status !== 'listed') return status;
  if (asOf < validFrom) return 'not_yet_valid';
  return validTo !== undefined && asOf > validTo ? 'expired' : status;
}

const criteria = {
  // What no lender overrules: lists of serious dishonesty (domain.md C10) and the register.
  hard_stop: (_, __, { hardStops }) =>
    hardStops.length === 0 ? undefined : { required: 'none', actual: hardStops },
  enterprise_operating: (_, __, { operating }) =>
    operating ? undefined : { required: 'operating', actual: 'not_operating' },
  // The product as its bank lists it against the need as the firm posted it (domain.md C11).
  product_listed: (product, _, __, { asOf }) => {
    const actual = listing(product, asOf);
    return actual === 'listed' ? undefined : { required: 'listed', actual };
  },
  principal: (product, need) => within(product.principal, need.principal),
  term: (product, need) => within(product.term, need.term),
  purpose: (product, need) => oneOf(product.purposes, need.purpose),
  guarantee: (product, need) =>
    need.guarantees.some((offered) => product.guarantees.includes(offered))
      ? undefined
      : { required: product.guarantees, actual: need.guarantees },
  repayment: (product, need) =>
    need.repayment === undefined ? undefined : oneOf(product.repayments, need.repayment),
  rate_ceiling: ({ pricing }, { rateCeiling }, _, { fixing }) => {
    const range = rateRange(pricing, fixing);
    return range === undefined
      ? { required: rateCeiling ?? 'known_rate', actual: UNKNOWN }
      : atMost(rateCeiling, range.min);
  },
  // Whom the bank lends to (Product.criteria); a fact that is demanded and not known fails.
  min_points: (product, _, applicant) => atLeast(product.criteria.minPoints, applicant.points),
  min_age_months: (product, _, __, context) =>
    atLeast(product.criteria.minAgeMonths, context.ageMonths),
  min_annual_sales: (product, _, applicant) =>
    atLeast(product.criteria.minAnnualSales, numberFact(applicant, 'sales_12m_fen')),
  min_insured_headcount: (product, _, applicant) =>
    atLeast(product.criteria.minInsuredHeadcount, numberFact(applicant, 'insured_headcount')),
  max_serious_penalties: (product, _, applicant) =>
    atMost(product.criteria.maxSeriousPenalties, numberFact(applicant, 'penalties_serious_36m')),
  tax_grade: (product, _, applicant) =>
    oneOf(product.criteria.taxGrades, textFact(applicant, 'tax_grade')),
  size: (product, _, { size }) => oneOf(product.criteria.sizes, size),
  district: (product, _, { district }) => oneOf(product.criteria.districts, district),
  industry: ({ criteria: { industries } }, _, applicant, { industry }) =>
    industries === undefined || (industry !== undefined && withinIndustries(industry, industries))
      ? undefined
      : { required: industries, actual: applicant.industry ?? UNKNOWN },
  excluded_industry: ({ criteria: { excludedIndustries } }, _, applicant, { industry }) =>
    excludedIndustries === undefined ||
    (industry !== undefined && !mayLieWithin(industry, excludedIndustries))
      ? undefined
      : { required: excludedIndustries, actual: applicant.industry ?? UNKNOWN },
  recommended_only: (product, _, { recommended }) =>
    product.criteria.recommendedOnly && !recommended
      ? { required: 'recommended', actual: 'not_recommended' }
      : undefined,
} as const satisfies Record<CriterionCode, Criterion>;

/** Every criterion that is not met, in the order of `criterionCodes`; none = eligible. */
export function failedCriteria(
  product: Product,
  need: NeedTerms,
  applicant: Applicant,
  context: MatchContext,
): readonly FailedCriterion[] {
  const failed: FailedCriterion[] = [];
  for (const criterion of criterionCodes) {
    const shortfall = criteria[criterion](product, need, applicant, context);
    if (shortfall)
      failed.push({ criterion, required: shortfall.required, actual: shortfall.actual });
  }
  return failed;
}
