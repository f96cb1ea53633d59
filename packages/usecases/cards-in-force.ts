import { assert } from '#domain/assert';
import type { RecordId } from '#domain/ids';
import { type Scorer, scorerOf } from '#domain/scoring/columns/scorer';
import type { KnownFacts } from '#domain/scoring/facts';
import { cardsOn } from '#domain/scoring/registry/cards-on';
import { type CardSet, cityCardSet } from '#domain/scoring/score-by-segment';
import type { Scorecard } from '#domain/scoring/scorecard';
import { sortedJson } from '#domain/sorted-json';
import type { BusinessDate } from '#domain/time';
import { listAll } from './list-all.ts';
import { MAX_PAGE, type Ports } from './ports.ts';

/** Cards that score on a day, and the hash by which each is known for ever. */
export type CardsInForce = Required<CardSet> & { readonly hashOf: (card: Scorecard) => string };

/**
 * The cards that the platform comes with, those of the registry that are active in their place. Each is kept
 * under its hash before it scores, so that what it says can be replayed when the code has moved on, and compiled
 * when first it scores.
 */
export function cardsInForce(ports: Ports): (day: BusinessDate) => Promise<CardsInForce> {
  const kept = new Map<string, string>();
  // Those that the platform comes with are the same values on every day: writing one out takes longer than a score.
  const known = new WeakMap<Scorecard, string>();
  const scorers = new Map<string, Scorer>();
  return async (day) => {
    const versions = await listAll(ports.store, 'cardVersions', 'all', MAX_PAGE);
    const active = cardsOn(versions, day).map(({ card }) => card);
    const cards = cityCardSet.cards.map((card) => active.find(({ id }) => id === card.id) ?? card);
    const hashes = new Map<Scorecard, string>();
    for (const card of cards) {
      const hash = known.get(card) ?? (await hashOnceKept(ports, card, kept));
      known.set(card, hash);
      hashes.set(card, hash);
    }
    const hashOf = (card: Scorecard) => {
      const hash = hashes.get(card);
      assert(hash !== undefined, 'a card that scores is in force');
      return hash;
    };
    const compiledOnce = (card: Scorecard) => {
      const scorer = scorers.get(hashOf(card)) ?? scorerOf(card);
      scorers.set(hashOf(card), scorer);
      return scorer;
    };
    return { ...cityCardSet, cards, hashOf, scorerOf: compiledOnce };
  };
}

async function hashOnceKept(
  ports: Ports,
  card: Scorecard,
  kept: Map<string, string>,
): Promise<string> {
  const text = sortedJson(card);
  const hash = kept.get(text) ?? (await keepCard(ports, card, ports.digest(text)));
  kept.set(text, hash);
  return hash;
}

/** A conflict means that somebody else has kept the same card at the same moment. */
async function keepCard({ store }: Ports, card: Scorecard, hash: string): Promise<string> {
  if (!(await store.get('card', hash)))
    await store.commit({
      changes: [{ kind: 'card', value: { hash, card }, expected: 0 }],
      events: [],
    });
  return hash;
}

/** The same whatever the order in which facts were read. */
export const hashOfBasis = (
  { digest }: Pick<Ports, 'digest'>,
  basis: { readonly facts: KnownFacts; readonly disputed: readonly RecordId[] },
): string => digest(sortedJson({ facts: basis.facts, disputed: basis.disputed }));
