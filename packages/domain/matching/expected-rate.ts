import type { PriceTier, Pricing, ProductTerms } from '../product/product.ts';
import { type BasisPoints, basisPoints, type LprFixing } from '../rate.ts';
import type { Question } from './question.ts';

/** What a scorecard gives at most. */
export const MAX_POINTS = 1000;

export type RateRange = { readonly min: BasisPoints; readonly max: BasisPoints };
export type Priced = Pick<ProductTerms, 'pricing' | 'tiers'>;

/**
 * The yearly rates that a firm may meet, one range or several: those of the first tier that holds, and of each tier
 * before it that hangs on a grade nobody knows; where no tier holds the product's own. Never below zero; undefined
 * where the price hangs on a fixing that is not known.
 */
export function ratesFor(
  { pricing, tiers }: Priced,
  { need, applicant, fixing }: Pick<Question, 'need' | 'applicant' | 'fixing'>,
): readonly RateRange[] | undefined {
  const base = baseOf(pricing, fixing);
  if (base === undefined) return undefined;
  if (tiers === undefined) return [upon(base, pricing)];
  const grade = applicant.facts.grade;
  const prices: RateRange[] = [];
  for (const tier of tiers) {
    if (!bears(tier, need.principal)) continue;
    if (tier.grades === undefined) return [...prices, upon(base, tier)];
    if (grade === undefined) prices.push(upon(base, tier));
    else if (typeof grade === 'string' && tier.grades.includes(grade))
      return [...prices, upon(base, tier)];
  }
  return [...prices, upon(base, pricing)];
}

const baseOf = (pricing: Pricing, fixing: LprFixing | undefined): number | undefined =>
  pricing.kind === 'fixed' ? 0 : fixing?.rates[pricing.tenor];

const bears = ({ principal }: PriceTier, asked: number): boolean =>
  principal === undefined || (asked >= principal.min && asked <= principal.max);

const upon = (base: number, { min, max }: RateRange): RateRange => ({
  min: basisPoints(Math.max(0, base + min)),
  max: basisPoints(Math.max(0, base + max)),
});

/**
 * The range placed by the firm's points: its minimum at MAX_POINTS, its maximum at none or unknown. Rounded up, and
 * the dearest of several, so that nobody expects a rate better than the points bear.
 */
export function expectedRate(
  ranges: readonly RateRange[] | undefined,
  points: unknown,
): BasisPoints | undefined {
  if (ranges === undefined) return undefined;
  const held = typeof points === 'number' ? Math.min(Math.max(points, 0), MAX_POINTS) : 0;
  return basisPoints(
    Math.max(...ranges.map(({ min, max }) => max - Math.floor(((max - min) * held) / MAX_POINTS))),
  );
}
