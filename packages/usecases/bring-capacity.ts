import type { Capacity } from '#domain/matching-event/matching-event';
import { whyNotMatchingEvent } from '#domain/matching-event/matching-event-actions';
import { MAX_EVENT_BANKS } from '#domain/matching-event/participants';
import type { Principal } from '#domain/principal';
import { same } from '#domain/product/same';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Says what a bank lends in an event, or says it anew while the event is open; none of both is to stay away. The
 * event is written with it, so that nothing is brought to one that is being assigned at the same moment. Refuses:
 * not_found, matching_event_status_wrong, matching_event_full, busy.
 */
export const bringCapacity =
  (ports: Ports) =>
  (asker: Principal, capacity: Capacity): Promise<Outcome<Written<Capacity>>> =>
    untilCommitted<Written<Capacity>>(async () => {
      const { event: id, bank } = capacity;
      const [event, kept] = await Promise.all([
        ports.store.get('matchingEvent', id),
        ports.store.get('eventCapacity', `${id}/${bank}`),
      ]);
      if (!event) return refuse('not_found', { field: 'matchingEvent', actual: id });
      if (kept && same(kept.value, capacity)) return accept({ ...kept, created: false });
      const refusal = whyNotMatchingEvent('bringCapacity', event.value, ports.today());
      if (refusal) return { ok: false, refusal };
      if (!kept && event.value.banks >= MAX_EVENT_BANKS)
        return refuse('matching_event_full', { field: 'banks', expected: `<= ${MAX_EVENT_BANKS}` });
      const expected = kept?.version ?? 0;
      const result = await ports.store.commit({
        changes: [
          {
            kind: 'matchingEvent',
            value: { ...event.value, banks: event.value.banks + (kept ? 0 : 1) },
            expected: event.version,
          },
          { kind: 'eventCapacity', value: capacity, expected },
        ],
        events: [],
        by: asker,
      });
      return committed(result, { value: capacity, version: expected + 1, created: !kept });
    });
