import type { NeedId } from '#domain/ids';
import type { KeptMatching, Matching, MatchingPage } from '#domain/matching/matching';
import { whyNotPage } from '#domain/matching/page';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { loadMarket, matchIn, type Products } from './load-market.ts';
import type { Ports } from './ports.ts';

/**
 * A page of a need's matching, as things stand today: to match is cheaper than to keep every page. Of a need that
 * is no longer open, the page that was kept last. Refuses: not_found, need_not_matched, cursor_wrong.
 */
export const readMatching =
  (ports: Ports, products: Products) =>
  async (
    _asker: Principal,
    { need: id, ...page }: MatchingPage & { readonly need: NeedId },
  ): Promise<Outcome<Matching>> => {
    const today = ports.today();
    const need = await ports.store.get('need', id);
    if (!need) return refuse('not_found', { field: 'need', actual: id });
    if (whyNotNeed('match', need.value, today)) {
      const kept = await ports.store.get('matching', id);
      return kept
        ? accept(plain(kept.value))
        : refuse('need_not_matched', { field: 'need', actual: id });
    }
    const market = await loadMarket(ports, products, need.value.code);
    if (!market) return refuse('not_found', { field: 'code', actual: need.value.code });
    const moved = whyNotPage(page, market.catalogue.compiled);
    if (moved) return { ok: false, refusal: moved };
    return accept(matchIn(ports, market, need.value, today, page));
  };

function plain({
  revision: _,
  recommended: __,
  matchedAt: ___,
  next: ____,
  ...matching
}: KeptMatching): Matching {
  return matching;
}
