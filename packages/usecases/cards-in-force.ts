import type { RecordId } from '#domain/ids';
import type { KnownFacts } from '#domain/scoring/facts';
import { type CardSet, cityCardSet } from '#domain/scoring/score-by-segment';
import type { Scorecard } from '#domain/scoring/scorecard';
import type { Ports } from './ports.ts';
import { sortedJson } from './sorted-json.ts';

/** Cards that score, and the hash by which each is known for ever. */
export type CardsInForce = CardSet & { readonly hashOf: (card: Scorecard) => string };

/** The cards that the platform comes with. */
export function cardsInForce({ digest }: Pick<Ports, 'digest'>): CardsInForce {
  const hashes = new Map<Scorecard, string>();
  const hashOf = (card: Scorecard) => {
    const known = hashes.get(card) ?? digest(sortedJson(card));
    hashes.set(card, known);
    return known;
  };
  return { ...cityCardSet, hashOf };
}

/** All that a score was reckoned from besides its card: facts with their evidence, and what was disputed. */
export type ScoreBasis = {
  readonly facts: KnownFacts;
  readonly disputed: ReadonlySet<RecordId>;
};

/** The same whatever the order in which facts were read. */
export const hashOfBasis = ({ digest }: Pick<Ports, 'digest'>, basis: ScoreBasis): string =>
  digest(sortedJson({ facts: basis.facts, disputed: [...basis.disputed].sort() }));
