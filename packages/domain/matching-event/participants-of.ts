import type { MatchingEventId } from '../ids.ts';
import type { Capacity, EventNeed } from './matching-event.ts';
import type { Participants, Priority } from './participants.ts';

/**
 * What an event assigns: the needs that were ranked, and the banks that brought something. A bank takes whatever its
 * products fit, and the likelier ones first: no other wish of a bank counts.
 */
export function participantsOf(
  event: MatchingEventId,
  joined: readonly EventNeed[],
  capacities: readonly Capacity[],
): Participants {
  const needs = joined.flatMap((one) =>
    one.status === 'ranked'
      ? [
          {
            id: one.need,
            principal: one.principal,
            submittedAt: one.submittedAt,
            preferences: one.preferences,
          },
        ]
      : [],
  );
  const priorities = new Map(capacities.map(({ bank }) => [bank, [] as Priority[]]));
  for (const { id: need, preferences } of needs)
    for (const { bank, likelihood } of preferences)
      priorities.get(bank)?.push({ need, points: likelihood });
  return {
    event,
    needs,
    banks: capacities.map(({ bank, quota, amount }) => ({
      id: bank,
      quota,
      amount,
      priorities: priorities.get(bank) ?? [],
    })),
  };
}
