import type { Refusal } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import type { MatchingEvent, MatchingEventStatus } from './matching-event.ts';

/** `closed`: open still, but past its last day; nobody has to write that down. */
export type MatchingEventState = MatchingEventStatus | 'closed';

export const matchingEventActions = {
  // Who comes after the others were ranked would be judged by another day's catalogue.
  join: ['open'],
  bringCapacity: ['open'],
  // The office may end the time early; asked again, the same answer.
  assign: ['open', 'closed', 'ranking', 'assigned'],
  // What is assigned has been told to firms and banks.
  cancel: ['open', 'closed', 'ranking', 'cancelled'],
} as const satisfies Record<string, readonly MatchingEventState[]>;
export type MatchingEventAction = keyof typeof matchingEventActions;

export const matchingEventState = (
  { status, closesOn }: Pick<MatchingEvent, 'status' | 'closesOn'>,
  today: BusinessDate,
): MatchingEventState => (status === 'open' && closesOn < today ? 'closed' : status);

/** Why an action is not possible on a day, undefined where it is. Code: matching_event_status_wrong. */
export function whyNotMatchingEvent(
  action: MatchingEventAction,
  event: Pick<MatchingEvent, 'status' | 'closesOn'>,
  today: BusinessDate,
): Refusal | undefined {
  const from: readonly MatchingEventState[] = matchingEventActions[action];
  const actual = matchingEventState(event, today);
  return from.includes(actual)
    ? undefined
    : {
        code: 'matching_event_status_wrong',
        field: 'status',
        expected: from.join(', '),
        actual,
      };
}
