import type { NeedId } from '#domain/ids';
import type { KeptMatching, Matching } from '#domain/matching/matching';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { type Outcome, refuse } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { announce } from './announce.ts';
import { loadMarket, matchIn, type Products } from './load-market.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Matches a need with every product and keeps the result. Refuses: not_found, need_not_open. */
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
      const matching = matchIn(ports, market, need.value, asOf);
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
            eligible: value.eligible,
          }),
        ],
      });
      return committed(result, matching);
    });
