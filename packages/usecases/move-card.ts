import type { CardVersionId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { type Outcome, refuse } from '#domain/refusal';
import type { CardVersion } from '#domain/scoring/registry/card-version';
import { type CardMove, decideCardMove } from '#domain/scoring/registry/decide-card';
import { announce } from './announce.ts';
import { nameOf } from './draft-card.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * One step of a version. What begins today scores the city anew. Refuses: not_found, what `decideCardMove`
 * refuses, busy.
 */
export const moveCard =
  (ports: Ports) =>
  (
    asker: Principal,
    { id, ...move }: CardMove & { readonly id: CardVersionId },
  ): Promise<Outcome<CardVersion>> =>
    untilCommitted<CardVersion>(async () => {
      const kept = await ports.store.get('cardVersion', id);
      if (!kept) return refuse('not_found', { field: 'card', actual: id });
      const today = ports.today();
      const by = { by: nameOf(asker), at: ports.now(), today };
      const outcome = decideCardMove(kept.value, move, by);
      if (!outcome.ok) return outcome;
      const { role, activeFrom } = outcome.value;
      const moves = move.action === 'activate' || move.action === 'retire';
      const rescores =
        moves && role === 'champion' && activeFrom !== undefined && activeFrom <= today;
      const result = await ports.store.commit({
        changes: [{ kind: 'cardVersion', value: outcome.value, expected: kept.version }],
        events: rescores ? [announce(ports, asker, { type: 'city_rescoring', after: '' })] : [],
        by: asker,
      });
      return committed(result, outcome.value);
    });
