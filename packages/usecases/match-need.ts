import type { NeedId } from '#domain/ids';
import type { KeptMatching, Matching, MatchingPage } from '#domain/matching/matching';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { type Outcome, refuse } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { announce } from './announce.ts';
import { loadMarket, matchIn, type Products } from './load-market.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** What is kept of a matching: its best products with all their components; the rest is made anew when asked. */
const KEPT: MatchingPage = { limit: 50 };

/**
 * Matches a need with every product and keeps the first page. It reads seven small items, however many products
 * there are: the need, the firm, its score, the whitelist in effect and the firm's place on it, what banks decided so
 * far, the catalogue's revision. Refuses: not_found, need_not_open.
 */
export const matchNeed =
  (ports: Ports, products: Products) =>
  (
    asker: Principal,
    { need: id, asOf = ports.today() }: { readonly need: NeedId; readonly asOf?: BusinessDate },
  ): Promise<Outcome<Matching>> =>
    untilCommitted<Matching>(async () => {
      const need = await ports.store.get('need', id);
      if (!need) return refuse('not_found', { field: 'need', actual: id });
      const refusal = whyNotNeed('match', need.value, asOf);
      if (refusal) return { ok: false, refusal };
      const [market, kept] = await Promise.all([
        loadMarket(ports, products, need.value.code),
        ports.store.get('matching', id),
      ]);
      if (!market) return refuse('not_found', { field: 'code', actual: need.value.code });
      const matching = matchIn(ports, market, need.value, asOf, KEPT);
      const value: KeptMatching = {
        ...matching,
        revision: market.catalogue.revision,
        recommended: market.recommended,
        matchedAt: ports.now(),
      };
      const result = await ports.store.commit({
        changes: [{ kind: 'matching', value, expected: kept?.version ?? 0 }],
        events: [
          announce(ports, asker, {
            type: 'need_matched',
            need: id,
            code: value.code,
            eligible: value.counts.yes,
          }),
        ],
      });
      return committed(result, matching);
    });
