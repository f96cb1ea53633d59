import type { NeedTerms } from '../need/need.ts';
import type { Product, Range } from '../product/product.ts';
import type { ProductKind } from '../product/vocabulary.ts';
import { type BasisPoints, basisPoints, WHOLE } from '../rate.ts';
import type { Applicant } from './applicant.ts';
import { type ApprovalHistory, likelihoodOf } from './likelihood.ts';
import { marginOf } from './margin.ts';
import type { RankFactor } from './matching.ts';

/** The points of 100 that each factor can give; what a bank pays is no factor. */
export const rankWeights = {
  cost: 50,
  likelihood: 20,
  speed: 15,
  fit: 15,
} as const satisfies Record<RankFactor['factor'], number>;

/** Effective yearly rates, basis points: full marks up to the first, none from the second on. */
const CHEAP = 200;
const DEAR = 1200;
/** Working days until the money is there: one at best, a month at the latest (domain.md C11, 国办 one month). */
const PROMPT = 1;
const SLOW = 22;

/** What became of earlier applications, by kind of product. */
export type Histories = { readonly [Kind in ProductKind]?: ApprovalHistory };

/**
 * Why a product that fits stands where it stands. Each factor looks at this product, this need and this firm alone,
 * so that no other product moves its points: cost by all that the loan costs in a year, likelihood by what became of
 * firms like this one (see `likelihoodOf`), speed by the working days promised until the money is there, fit by the
 * room that the product leaves on both sides of amount and term.
 */
export function rankFactors({
  product,
  need,
  applicant,
  allInRate,
  histories,
}: {
  readonly product: Product;
  readonly need: NeedTerms;
  readonly applicant: Applicant;
  readonly allInRate: BasisPoints;
  readonly histories: Histories;
}): readonly RankFactor[] {
  const { acceptDays, decisionDays, disburseDays } = product.service;
  const days = acceptDays + decisionDays + disburseDays;
  const likelihood = likelihoodOf({
    margin: marginOf(product, applicant),
    history: histories[product.kind],
  });
  const fit = fitOf(product, need);
  return [
    factor('cost', (DEAR - allInRate) / (DEAR - CHEAP), allInRate),
    factor('likelihood', likelihood / WHOLE, likelihood),
    factor('speed', (SLOW - days) / (SLOW - PROMPT), days),
    factor('fit', fit / WHOLE, fit),
  ];
}

const factor = (
  name: RankFactor['factor'],
  share: number,
  value: RankFactor['value'],
): RankFactor => ({
  factor: name,
  points: Math.round(Math.min(Math.max(share, 0), 1) * rankWeights[name]),
  max: rankWeights[name],
  value,
});

/** In basis points: the mean of the room for the amount and of that for the term. */
const fitOf = (product: Product, need: NeedTerms): BasisPoints =>
  basisPoints(
    Math.round(
      ((roomFor(need.principal, product.principal) + roomFor(need.term, product.term)) / 2) * WHOLE,
    ),
  );

/** None at either end of the range, whole where twice and half as much would still lie within. */
const roomFor = (asked: number, { min, max }: Range<number>): number =>
  Math.min(Math.max(Math.min(asked / min, max / asked) - 1, 0), 1);
