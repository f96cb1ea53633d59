import type { NeedId } from '#domain/ids';
import { MATCHING_RULE_VERSION } from '#domain/matching/match';
import type { KeptMatching, Matching } from '#domain/matching/matching';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { KeptScore } from '#domain/scoring/score';
import type { BusinessDate } from '#domain/time';
import { loadMarket, type Market, matchIn, type Products } from './load-market.ts';
import type { Ports } from './ports.ts';

/**
 * The matching of a need: the kept one where nothing has moved since, else one made on the spot. Of a need
 * that is no longer open, the last one kept. Refuses: not_found, need_not_matched.
 */
export const readMatching =
  (ports: Ports, products: Products) =>
  async (_asker: Principal, id: NeedId): Promise<Outcome<Matching>> => {
    const today = ports.today();
    const [need, kept] = await Promise.all([
      ports.store.get('need', id),
      ports.store.get('matching', id),
    ]);
    if (!need) return refuse('not_found', { field: 'need', actual: id });
    if (whyNotNeed('match', need.value, today))
      return kept
        ? accept(plain(kept.value))
        : refuse('need_not_matched', { field: 'need', actual: id });
    const market = await loadMarket(ports, products, need.value.code);
    if (!market) return refuse('not_found', { field: 'code', actual: need.value.code });
    return accept(
      kept && isCurrent(kept.value, market, today)
        ? plain(kept.value)
        : matchIn(ports, market, need.value, today),
    );
  };

const isCurrent = (kept: KeptMatching, market: Market, today: BusinessDate): boolean =>
  kept.revision === market.catalogue.revision &&
  kept.asOf === today &&
  kept.ruleVersion === MATCHING_RULE_VERSION &&
  kept.recommended === market.recommended &&
  scoredBefore(market.score, kept);

const scoredBefore = (score: KeptScore | undefined, kept: KeptMatching): boolean =>
  score === undefined ? kept.points === undefined : score.scoredAt <= kept.matchedAt;

function plain({
  revision: _,
  recommended: __,
  matchedAt: ___,
  ...matching
}: KeptMatching): Matching {
  return matching;
}
