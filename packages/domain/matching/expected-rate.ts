import type { Pricing } from '../product/product.ts';
import { type BasisPoints, basisPoints, type LprFixing } from '../rate.ts';

/** What a scorecard gives at most. */
export const MAX_POINTS = 1000;

export type RateRange = { readonly min: BasisPoints; readonly max: BasisPoints };

/** Yearly rates under a fixing, never below zero; undefined where the price hangs on a fixing unknown. */
export function rateRange(pricing: Pricing, fixing: LprFixing | undefined): RateRange | undefined {
  if (pricing.kind === 'fixed') return pricing;
  if (fixing === undefined) return undefined;
  const base = fixing.rates[pricing.tenor];
  return {
    min: basisPoints(Math.max(0, base + pricing.min)),
    max: basisPoints(Math.max(0, base + pricing.max)),
  };
}

/**
 * The range placed by the firm's points: its minimum at MAX_POINTS, its maximum at none or unknown.
 * Rounded up, so that nobody expects a rate better than the points bear.
 */
export function expectedRate({ min, max }: RateRange, points: number | undefined): BasisPoints {
  const held = Math.min(Math.max(points ?? 0, 0), MAX_POINTS);
  return basisPoints(max - Math.floor(((max - min) * held) / MAX_POINTS));
}
