import type { BusinessDate } from '../../time.ts';
import type { Score } from '../score.ts';
import { countIn, pointsIn } from './histogram.ts';
import type { CardCount, ScoreCount } from './score-count.ts';
import { type Distribution, distributionOf, sharesAmong } from './stability.ts';

/** What a card gave when it had first scored the city: what it is held against for as long as it scores. */
export type ActivationSample = {
  /** Of the card. */
  readonly hash: string;
  readonly card: Score['card'];
  readonly takenOn: BusinessDate;
  readonly firms: number;
  readonly distribution: Distribution;
  /** Shares by attribute of each indicator. */
  readonly attributes: Readonly<Record<string, readonly number[]>>;
};

/** Of fewer firms an index of ten bands says more about chance than about the card. */
export const MIN_SAMPLE = 100;

/** Of a hundred firms: new ones wait for their first score at any moment, and must not hold a sample up. */
const MOST_WAITING_PERCENT = 1;

/** How far a card has come through the city. */
export type Rescoring = {
  readonly scored: number;
  /** Firms that an earlier version still scores, and those without a score. */
  readonly waiting: number;
};

export const rescoringOf = ({ hash, card, points }: CardCount, count: ScoreCount): Rescoring => ({
  scored: countIn(points),
  waiting: count.cards
    .filter((other) => other.card.id === card.id && other.hash !== hash)
    .reduce((firms, other) => firms + countIn(other.points), count.unscored),
});

export const isRescored = ({ scored, waiting }: Rescoring): boolean =>
  waiting * 100 <= (scored + waiting) * MOST_WAITING_PERCENT;

/**
 * The sample that a week's count makes: undefined of too few firms, and for as long as the card has not come
 * through the city, since firms are scored by code and the first of them are not like the others.
 */
export function sampleOf(of: CardCount, count: ScoreCount): ActivationSample | undefined {
  const points = pointsIn(of.points);
  if (points.length < MIN_SAMPLE || !isRescored(rescoringOf(of, count))) return undefined;
  return {
    hash: of.hash,
    card: of.card,
    takenOn: count.asOf,
    firms: points.length,
    distribution: distributionOf(points),
    attributes: Object.fromEntries(
      Object.entries(of.attributes).map(([indicator, counts]) => [indicator, sharesAmong(counts)]),
    ),
  };
}
