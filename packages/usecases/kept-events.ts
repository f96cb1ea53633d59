import type { BankId, MatchingEventId, NeedId, UnifiedCode } from '#domain/ids';
import type { Capacity, EventNeed, MatchingEvent } from '#domain/matching-event/matching-event';

/** What is kept of matching events; what is brought and who has joined are many, so each is a value of its own. */
export type KeptEvents = {
  matchingEvent: MatchingEvent;
  eventCapacity: Capacity;
  eventNeed: EventNeed;
};

export type IdOfEvents = {
  matchingEvent: MatchingEventId;
  eventCapacity: `${MatchingEventId}/${BankId}`;
  eventNeed: `${MatchingEventId}/${NeedId}`;
};

export type EventCollections = {
  /** Newest first. */
  matchingEvents: { kind: 'matchingEvent'; of: 'all' };
  /** By bank. */
  capacitiesOfEvent: { kind: 'eventCapacity'; of: MatchingEventId };
  /** By need. */
  needsOfEvent: { kind: 'eventNeed'; of: MatchingEventId };
  /** What a bank got in an event, by need. */
  needsGot: { kind: 'eventNeed'; of: `${MatchingEventId}/${BankId}` };
  /** Newest first. */
  eventNeedsOfEnterprise: { kind: 'eventNeed'; of: UnifiedCode };
};
