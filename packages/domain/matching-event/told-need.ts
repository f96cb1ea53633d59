import type { EventNeed, MatchingEvent } from './matching-event.ts';

/** Outcomes are written before the event says that it is assigned: until then nobody sees one. */
export function toldNeed(
  value: EventNeed,
  event: Pick<MatchingEvent, 'status'> | undefined,
): EventNeed {
  if (value.status !== 'ranked' || event?.status === 'assigned') return value;
  const { outcome: _, ...rest } = value;
  return rest;
}
