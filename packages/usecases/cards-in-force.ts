import type { RecordId } from '#domain/ids';
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
export type CardsInForce = CardSet & {
  readonly hashOf: (card: Scorecard) => string;
  readonly schemeHash: string;
};

/**
 * What the platform comes with, and in its place what is active in the registry. Each card and the scheme are kept
 * under their hashes before they score, so that what they say can be replayed when the code has moved on.
 */
export function cardsInForce(ports: Ports): (day: BusinessDate) => Promise<CardsInForce> {
  const kept = new Map<string, string>();
  const keep = async (text: string, changeOf: (hash: string) => Hashed): Promise<string> => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const hash = ports.digest(text);
    await keepHashed(ports, changeOf(hash));
    kept.set(text, hash);
    return hash;
  };
  const keepCard = (card: Scorecard) =>
    keep(sortedJson(card), (hash) => ({ kind: 'card', value: { hash, card }, expected: 0 }));
  const keepScheme = (scheme: SegmentScheme) =>
    keep(sortedJson(scheme), (hash) => ({ kind: 'scheme', value: { hash, scheme }, expected: 0 }));
  return async (day) => {
    const { cards, scheme } = cardSetOn(await registryOf(ports.store), day);
    const hashes = new Map<Scorecard, string>();
    for (const card of cards) hashes.set(card, await keepCard(card));
    const schemeHash = await keepScheme(scheme);
    return { scheme, cards, hashOf: (card) => hashes.get(card) ?? '', schemeHash };
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
