import { assert } from '../assert.ts';
import type { Scorer } from './columns/scorer.ts';
import type { Score } from './score.ts';
import { type ScoreQuestion, score } from './score-enterprise.ts';
import type { Scorecard } from './scorecard.ts';
import { cityCards, citySegments, type SegmentScheme, segmentOf } from './segments.ts';

/** The cards in force and who is scored by which. `checkScheme` finds no fault in them. */
export type CardSet = {
  readonly scheme: SegmentScheme;
  readonly cards: readonly Scorecard[];
  /** Who scores by a card; the plain engine unless told. */
  readonly scorerOf?: (card: Scorecard) => Pick<Scorer, 'score'>;
};

/** Those that the platform comes with. */
export const cityCardSet: CardSet = { scheme: citySegments, cards: cityCards };

export type SegmentScore = {
  readonly segment: string;
  readonly card: Scorecard;
  readonly score: Score;
};

/** The score of a firm by the card of its segment. */
export function scoreBySegment(
  question: Omit<ScoreQuestion, 'card'>,
  { scheme, cards, scorerOf = plainly }: CardSet = cityCardSet,
): SegmentScore {
  const rule = segmentOf((fact) => question.facts[fact]?.value, scheme);
  const card = cards.find(({ id }) => id === rule?.card);
  assert(rule !== undefined && card !== undefined, 'a checked scheme has a card for every firm');
  return { segment: rule.id, card, score: scorerOf(card).score(question) };
}

const plainly = (card: Scorecard): Pick<Scorer, 'score'> => ({
  score: (question) => score({ ...question, card }),
});
