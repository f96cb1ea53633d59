import type { MatchingEventId, NeedId } from '#domain/ids';
import type { EventNeed } from '#domain/matching-event/matching-event';
import { whyNotMatchingEvent } from '#domain/matching-event/matching-event-actions';
import { MAX_EVENT_NEEDS } from '#domain/matching-event/participants';
import { toldNeed } from '#domain/matching-event/told-need';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type InEvent = { readonly event: MatchingEventId; readonly need: NeedId };

/**
 * A need joins an event; twice is once. A firm that thinks better of it withdraws the need. The event is written with
 * it, so that nobody joins one that is being assigned at the same moment. Refuses: not_found (event, need),
 * matching_event_status_wrong, need_not_open, matching_event_full, busy.
 */
export const joinMatchingEvent =
  (ports: Ports) =>
  (asker: Principal, { event: id, need: needId }: InEvent): Promise<Outcome<Written<EventNeed>>> =>
    untilCommitted<Written<EventNeed>>(async () => {
      const [event, need, kept] = await Promise.all([
        ports.store.get('matchingEvent', id),
        ports.store.get('need', needId),
        ports.store.get('eventNeed', `${id}/${needId}`),
      ]);
      if (!event) return refuse('not_found', { field: 'matchingEvent', actual: id });
      if (!need) return refuse('not_found', { field: 'need', actual: needId });
      if (kept)
        return accept({ ...kept, value: toldNeed(kept.value, event.value), created: false });
      const today = ports.today();
      const refusal =
        whyNotMatchingEvent('join', event.value, today) ?? whyNotNeed('match', need.value, today);
      if (refusal) return { ok: false, refusal };
      if (event.value.needs >= MAX_EVENT_NEEDS)
        return refuse('matching_event_full', { field: 'needs', expected: `<= ${MAX_EVENT_NEEDS}` });
      const value: EventNeed = {
        event: id,
        need: needId,
        code: need.value.code,
        joinedAt: ports.now(),
        status: 'joined',
      };
      const result = await ports.store.commit({
        changes: [
          {
            kind: 'matchingEvent',
            value: { ...event.value, needs: event.value.needs + 1 },
            expected: event.version,
          },
          { kind: 'eventNeed', value, expected: 0 },
        ],
        events: [],
        by: asker,
      });
      return committed(result, { value, version: 1, created: true });
    });
