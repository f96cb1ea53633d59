import { assert } from '#domain/assert';
import type { RecordId } from '#domain/ids';
import { type Scorer, scorerOf } from '#domain/scoring/columns/scorer';
import type { KnownFacts } from '#domain/scoring/facts';
import { cardSetOn, type Registry } from '#domain/scoring/registry/card-set-on';
import type { CardSet } from '#domain/scoring/score-by-segment';
import type { Scorecard } from '#domain/scoring/scorecard';
import type { SegmentScheme } from '#domain/scoring/segments';
import { sortedJson } from '#domain/sorted-json';
import type { BusinessDate } from '#domain/time';
import { listAll } from './list-all.ts';
import { type Change, MAX_PAGE, type Ports, type Store } from './ports.ts';

/** Cards that score on a day, who is scored by which, and the hashes by which they are known for ever. */
export type CardsInForce = Required<CardSet> & {
  readonly hashOf: (card: Scorecard) => string;
  readonly schemeHash: string;
};

/**
 * What the platform comes with, and in its place what is active in the registry. Each card and the scheme are kept
 * under their hashes before they score, so that what they say can be replayed when the code has moved on; a card is
 * compiled when first it scores.
 */
export function cardsInForce(ports: Ports): (day: BusinessDate) => Promise<CardsInForce> {
  const kept = new Map<string, string>();
  // Those that the platform comes with are the same values on every day: writing one out takes longer than a score.
  const known = new WeakMap<Scorecard | SegmentScheme, string>();
  const scorers = new Map<string, Scorer>();
  const keep = async <Value extends Scorecard | SegmentScheme>(
    value: Value,
    changeOf: (hash: string) => Hashed,
  ): Promise<string> => {
    const told = known.get(value);
    if (told !== undefined) return told;
    const text = sortedJson(value);
    const hash = kept.get(text) ?? ports.digest(text);
    if (!kept.has(text)) await keepHashed(ports, changeOf(hash));
    kept.set(text, hash);
    known.set(value, hash);
    return hash;
  };
  const keepCard = (card: Scorecard) =>
    keep(card, (hash) => ({ kind: 'card', value: { hash, card }, expected: 0 }));
  const keepScheme = (scheme: SegmentScheme) =>
    keep(scheme, (hash) => ({ kind: 'scheme', value: { hash, scheme }, expected: 0 }));
  return async (day) => {
    const { cards, scheme } = cardSetOn(await registryOf(ports.store), day);
    const hashes = new Map<Scorecard, string>();
    for (const card of cards) hashes.set(card, await keepCard(card));
    const schemeHash = await keepScheme(scheme);
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
    return { scheme, cards, hashOf, schemeHash, scorerOf: compiledOnce };
  };
}

/** All versions of cards and of schemes. */
export async function registryOf(store: Store): Promise<Registry> {
  const [cards, schemes] = await Promise.all([
    listAll(store, 'cardVersions', 'all', MAX_PAGE),
    listAll(store, 'schemeVersions', 'all', MAX_PAGE),
  ]);
  return { cards, schemes };
}

type Hashed = Extract<Change, { readonly kind: 'card' | 'scheme' }>;

/** A conflict means that somebody else has kept the same at the same moment. */
async function keepHashed({ store }: Ports, change: Hashed): Promise<void> {
  if (!(await store.get(change.kind, change.value.hash)))
    await store.commit({ changes: [change], events: [] });
}

/** The same whatever the order in which facts were read. */
export const hashOfBasis = (
  { digest }: Pick<Ports, 'digest'>,
  basis: { readonly facts: KnownFacts; readonly disputed: readonly RecordId[] },
): string => digest(sortedJson({ facts: basis.facts, disputed: basis.disputed }));
