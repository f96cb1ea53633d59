import type { Fen } from '../money.ts';
import { type BasisPoints, basisPoints, type LprFixing } from '../rate.ts';
import type { PriceTier, Pricing, ProductTerms, Range } from './product.ts';

export type Priced = Pick<ProductTerms, 'pricing' | 'tiers'>;

/** For whom a price is asked; `grade` absent = nobody knows it. */
export type PriceAsked = {
  readonly principal: Fen;
  readonly grade?: string;
  readonly fixing?: LprFixing;
};

/**
 * The yearly rates that a firm may meet, one range or several: those of the first tier that holds, and of each tier
 * before it that hangs on a grade nobody knows; where no tier holds the product's own. Never below zero; undefined
 * where the price hangs on a fixing that is not known.
 */
export function pricesOf(
  { pricing, tiers = [] }: Priced,
  { principal, grade, fixing }: PriceAsked,
): readonly Range<BasisPoints>[] | undefined {
  const base = baseOf(pricing, fixing);
  if (base === undefined) return undefined;
  const prices: Range<BasisPoints>[] = [];
  for (const tier of tiers) {
    if (!bears(tier, principal)) continue;
    if (tier.grades === undefined) return [...prices, upon(base, tier)];
    if (grade === undefined) prices.push(upon(base, tier));
    else if (tier.grades.includes(grade)) return [...prices, upon(base, tier)];
  }
  return [...prices, upon(base, pricing)];
}

/** From the best to the worst of the prices that a firm may meet; undefined as they are. */
export function priceOf(priced: Priced, asked: PriceAsked): Range<BasisPoints> | undefined {
  const prices = pricesOf(priced, asked);
  return (
    prices && {
      min: basisPoints(Math.min(...prices.map(({ min }) => min))),
      max: basisPoints(Math.max(...prices.map(({ max }) => max))),
    }
  );
}

const baseOf = (pricing: Pricing, fixing: LprFixing | undefined): number | undefined =>
  pricing.kind === 'fixed' ? 0 : fixing?.rates[pricing.tenor];

const bears = ({ principal }: PriceTier, asked: Fen): boolean =>
  principal === undefined || (asked >= principal.min && asked <= principal.max);

const upon = (base: number, { min, max }: Range<BasisPoints>): Range<BasisPoints> => ({
  min: basisPoints(Math.max(0, base + min)),
  max: basisPoints(Math.max(0, base + max)),
});
