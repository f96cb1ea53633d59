import type { BankId, MatchingEventId, UnifiedCode } from '#domain/ids';
import type {
  Capacity,
  EventNeed,
  MatchingEvent,
  MatchingEventTerms,
} from '#domain/matching-event/matching-event';
import type { Command } from '#domain/refusal';
import type { InEvent } from '#usecases/join-matching-event';
import type { Versioned } from '#usecases/ports';
import type { Written } from '#usecases/put-product';
import type { Paged, PageOf } from '#usecases/read';
import type { GotNeed } from '#usecases/read-matching-event';

type OfBank = { readonly event: MatchingEventId; readonly bank: BankId };

/** Matching events (撮合会), as part of the platform. */
export type MatchingEventCommands = {
  /** Refuses: matching_event_differs, valid_to_passed, busy. */
  readonly openMatchingEvent: Command<MatchingEventTerms, Written<MatchingEvent>>;
  /** Twice is once. Refuses: not_found, matching_event_status_wrong, busy. */
  readonly cancelMatchingEvent: Command<MatchingEventId, MatchingEvent>;
  /** Ranks some hundred needs, or assigns once all are ranked. Refuses: not_found, matching_event_status_wrong, busy. */
  readonly assignMatchingEvent: Command<MatchingEventId, MatchingEvent>;
  readonly readMatchingEvent: Command<MatchingEventId, Versioned<MatchingEvent>>;
  /** Newest first. */
  readonly listMatchingEvents: Command<PageOf, Paged<MatchingEvent>>;
  /** Refuses: not_found, matching_event_status_wrong, matching_event_full, busy. */
  readonly bringCapacity: Command<Capacity, Written<Capacity>>;
  readonly readCapacity: Command<OfBank, Versioned<Capacity>>;
  /** By bank. Refuses: not_found. */
  readonly listCapacities: Command<PageOf & { readonly event: MatchingEventId }, Paged<Capacity>>;
  /** Refuses: not_found, matching_event_status_wrong, need_not_open, matching_event_full, busy. */
  readonly joinMatchingEvent: Command<InEvent, Written<EventNeed>>;
  /** Refuses: not_found. */
  readonly readEventNeed: Command<InEvent, Versioned<EventNeed>>;
  /** By need. Refuses: not_found. */
  readonly listEventNeeds: Command<PageOf & { readonly event: MatchingEventId }, Paged<EventNeed>>;
  /** Newest first. */
  readonly listEventsOfEnterprise: Command<
    PageOf & { readonly code: UnifiedCode },
    Paged<EventNeed>
  >;
  /** By need; nothing until the event is assigned. Refuses: not_found. */
  readonly listGotNeeds: Command<PageOf & OfBank, Paged<GotNeed>>;
};
