import { type Priced, pricesOf } from '../product/price-of.ts';
import type { Range } from '../product/product.ts';
import { type BasisPoints, basisPoints } from '../rate.ts';
import type { Question } from './question.ts';

/** What a scorecard gives at most. */
export const MAX_POINTS = 1000;

/** The yearly rates that the firm of a question may meet, as `pricesOf` tells them. */
export function ratesFor(
  priced: Priced,
  { need, applicant, fixing }: Pick<Question, 'need' | 'applicant' | 'fixing'>,
): readonly Range<BasisPoints>[] | undefined {
  const { grade } = applicant.facts;
  return pricesOf(priced, {
    principal: need.principal,
    // Whatever is no name of a grade is known, and no tier's.
    ...(grade !== undefined && { grade: typeof grade === 'string' ? grade : '' }),
    ...(fixing && { fixing }),
  });
}

/**
 * The range placed by the firm's points: its minimum at MAX_POINTS, its maximum at none or unknown. Rounded up, and
 * the dearest of several, so that nobody expects a rate better than the points bear.
 */
export function expectedRate(
  ranges: readonly Range<BasisPoints>[] | undefined,
  points: unknown,
): BasisPoints | undefined {
  if (ranges === undefined) return undefined;
  const held = typeof points === 'number' ? Math.min(Math.max(points, 0), MAX_POINTS) : 0;
  return basisPoints(
    Math.max(...ranges.map(({ min, max }) => max - Math.floor(((max - min) * held) / MAX_POINTS))),
  );
}
