import { assert } from '../assert.ts';
import type { Need } from '../need/need.ts';
import type { Product } from '../product/product.ts';
import { type LprFixing, lprOn } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import { ageMonths } from './age.ts';
import type { Applicant } from './applicant.ts';
import { failedCriteria, type MatchContext } from './criteria.ts';
import { expectedRate, rateRange } from './expected-rate.ts';
import { readIndustry } from './industry.ts';
import type { Matching, ProductMatch } from './matching.ts';
import { rankFactors } from './rank.ts';

/** Moves with every change of a criterion, a weight or the order: a kept matching tells its rule. */
export const MATCHING_RULE_VERSION = 1;

type Eligible = Extract<ProductMatch, { eligible: true }>;
type Ineligible = Extract<ProductMatch, { eligible: false }>;
type Unranked = Omit<Eligible, 'rank'>;

/**
 * Every product for one need on one day: the eligible by points (of 100), then the others with each failed
 * criterion. Neutral: equal terms stand by product id, whatever the order in which products came.
 */
export function match({
  need,
  applicant,
  products,
  lpr,
  asOf,
}: {
  readonly need: Need;
  readonly applicant: Applicant;
  readonly products: readonly Product[];
  readonly lpr: readonly LprFixing[];
  readonly asOf: BusinessDate;
}): Matching {
  assert(need.code === applicant.code, 'a need is matched for the firm that posted it');
  assert(need.status !== 'withdrawn', 'a withdrawn need is never matched');
  const context = contextOf(applicant, lpr, asOf);
  const eligible: Unranked[] = [];
  const ineligible: Ineligible[] = [];
  for (const product of products) {
    const judged = judge(product, need, applicant, context);
    if (judged.eligible) eligible.push(judged);
    else ineligible.push(judged);
  }
  eligible.sort(byPoints);
  ineligible.sort(byFailures);
  return {
    need: need.id,
    code: need.code,
    asOf,
    ruleVersion: MATCHING_RULE_VERSION,
    ...(applicant.points !== undefined && { points: applicant.points }),
    eligible: eligible.length,
    products: [...eligible.map((found, index) => ({ ...found, rank: index + 1 })), ...ineligible],
  };
}

/** What of a firm and a day the criteria read. */
export function contextOf(
  { establishedOn, facts, industry }: Applicant,
  lpr: readonly LprFixing[],
  asOf: BusinessDate,
): MatchContext {
  const fixing = lprOn(lpr, asOf);
  const age = ageMonths(establishedOn, facts.age_months, asOf);
  return {
    asOf,
    ...(fixing && { fixing }),
    ...(age !== undefined && { ageMonths: age }),
    ...(industry && { industry: readIndustry(industry) }),
  };
}

function judge(
  product: Product,
  need: Need,
  applicant: Applicant,
  context: MatchContext,
): Unranked | Ineligible {
  const failed = failedCriteria(product, need, applicant, context);
  const range = rateRange(product.pricing, context.fixing);
  const rate = range && expectedRate(range, applicant.points);
  const named = {
    product: product.id,
    productName: product.name,
    bank: product.bank.id,
    bankName: product.bank.name,
  };
  if (failed.length > 0 || rate === undefined)
    return {
      ...named,
      ...(rate !== undefined && { expectedRate: rate }),
      eligible: false,
      failed,
    };
  const why = rankFactors(product, need, rate);
  const points = why.reduce((all, factor) => all + factor.points, 0);
  return { ...named, expectedRate: rate, eligible: true, points, why };
}

const byPoints = (left: Unranked, right: Unranked): number =>
  right.points - left.points ||
  left.expectedRate - right.expectedRate ||
  inOrder(left.product, right.product);

const byFailures = (left: Ineligible, right: Ineligible): number =>
  left.failed.length - right.failed.length || inOrder(left.product, right.product);

const inOrder = (left: string, right: string): number =>
  Number(left > right) - Number(left < right);
