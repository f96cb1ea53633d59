import type { MatchingEventId } from '#domain/ids';
import type { MatchingEvent } from '#domain/matching-event/matching-event';
import { whyNotMatchingEvent } from '#domain/matching-event/matching-event-actions';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Cancels an event that is not assigned; twice is once. Refuses: not_found, matching_event_status_wrong, busy. */
export const cancelMatchingEvent =
  (ports: Ports) =>
  (asker: Principal, id: MatchingEventId): Promise<Outcome<MatchingEvent>> =>
    untilCommitted<MatchingEvent>(async () => {
      const kept = await ports.store.get('matchingEvent', id);
      if (!kept) return refuse('not_found', { field: 'matchingEvent', actual: id });
      const refusal = whyNotMatchingEvent('cancel', kept.value, ports.today());
      if (refusal) return { ok: false, refusal };
      if (kept.value.status === 'cancelled') return accept(kept.value);
      const value: MatchingEvent = {
        ...kept.value,
        status: 'cancelled',
        cancelledAt: ports.now(),
      };
      const result = await ports.store.commit({
        changes: [{ kind: 'matchingEvent', value, expected: kept.version }],
        events: [],
        by: asker,
      });
      return committed(result, value);
    });
