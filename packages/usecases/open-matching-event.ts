import type { MatchingEvent, MatchingEventTerms } from '#domain/matching-event/matching-event';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Opens a matching event. Refuses: matching_event_differs (same id, other terms), valid_to_passed, busy. */
export const openMatchingEvent =
  (ports: Ports) =>
  (asker: Principal, terms: MatchingEventTerms): Promise<Outcome<Written<MatchingEvent>>> =>
    untilCommitted<Written<MatchingEvent>>(async () => {
      const kept = await ports.store.get('matchingEvent', terms.id);
      if (kept) {
        const field = (['name', 'closesOn'] as const).find((one) => kept.value[one] !== terms[one]);
        return field
          ? refuse('matching_event_differs', {
              field,
              expected: 'the event first opened under this id',
            })
          : accept({ ...kept, created: false });
      }
      const today = ports.today();
      if (terms.closesOn < today)
        return refuse('valid_to_passed', {
          field: 'closesOn',
          expected: `${today} or later`,
          actual: terms.closesOn,
        });
      const value: MatchingEvent = {
        ...terms,
        status: 'open',
        openedAt: ports.now(),
        needs: 0,
        banks: 0,
        ranked: 0,
      };
      const result = await ports.store.commit({
        changes: [{ kind: 'matchingEvent', value, expected: 0 }],
        events: [],
        by: asker,
      });
      return committed(result, { value, version: 1, created: true });
    });
