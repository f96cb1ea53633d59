import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { choosesAgain, replay } from '#domain/scoring/registry/replay';
import type { KeptScore, Score } from '#domain/scoring/score';
import type { Instant } from '#domain/time';
import type { Ports } from './ports.ts';

/** `same`: the scheme of then chooses the card of then, and its score is the one that was told, to the byte. */
export type Replayed = {
  readonly score: Score;
  readonly same: boolean;
  readonly segment?: NonNullable<KeptScore['segment']>;
  readonly scoredAt: Instant;
};

/**
 * A score of the past, reckoned anew from what was kept with it: its facts, its scheme and its card, by their
 * hashes. Refuses: not_found (no such score; a card or a scheme that is not kept).
 */
export const replayScore =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { code, scoredAt }: { readonly code: UnifiedCode; readonly scoredAt: Instant },
  ): Promise<Outcome<Replayed>> => {
    const past = await ports.store.get('pastScore', `${code}/${scoredAt}`);
    if (!past) return refuse('not_found', { field: 'score', actual: `${code}/${scoredAt}` });
    const { basis, cardHash, schemeHash, scoreHash, segment } = past.value;
    const card = await ports.store.get('card', cardHash);
    if (!card) return refuse('not_found', { field: 'card', actual: cardHash });
    const scheme =
      schemeHash === undefined ? undefined : await ports.store.get('scheme', schemeHash);
    if (schemeHash !== undefined && !scheme)
      return refuse('not_found', { field: 'scheme', actual: schemeHash });
    const score = replay(basis, card.value.card);
    const chosen = !scheme || choosesAgain(past.value, scheme.value.scheme);
    return accept({
      score,
      same: chosen && ports.digest(JSON.stringify(score)) === scoreHash,
      ...(segment && { segment }),
      scoredAt,
    });
  };
