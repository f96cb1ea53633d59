import type { BankId, MatchingEventId, NeedId, UnifiedCode } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { BusinessDate, Instant } from '../time.ts';
import type { AssignmentCounts, NeedOutcome } from './assignment.ts';
import type { Ranked } from './best-of-banks.ts';

export type MatchingEventTerms = {
  readonly id: MatchingEventId;
  readonly name: string;
  /** The last day on which needs join and banks bring what they lend. */
  readonly closesOn: BusinessDate;
};

/** `ranking`: its needs are being matched one by one, and nobody comes or goes. */
export type MatchingEventStatus = 'open' | 'ranking' | 'assigned' | 'cancelled';

/** A matching event (撮合会): many needs and many banks, and one stable assignment for all of them. */
export type MatchingEvent = MatchingEventTerms & {
  readonly status: MatchingEventStatus;
  readonly openedAt: Instant;
  /** That have joined. */
  readonly needs: number;
  readonly banks: number;
  /** The day as of which needs are matched, from ranking on. */
  readonly asOf?: BusinessDate;
  /** Needs ranked so far, and the last of them while some are left. */
  readonly ranked: number;
  readonly after?: NeedId;
  readonly result?: AssignmentCounts;
  readonly assignedAt?: Instant;
  readonly cancelledAt?: Instant;
};

/** What a bank lends in an event: at most `quota` needs, at most `amount` in all. Nothing of both: it stays away. */
export type Capacity = {
  readonly event: MatchingEventId;
  readonly bank: BankId;
  readonly quota: number;
  readonly amount: Fen;
};

/** A need as it stood when the event ranked it: whatever is edited later makes no difference to this event. */
export type RankedNeed = {
  readonly edition: number;
  readonly principal: Fen;
  readonly submittedAt: Instant;
  /** Products that fit, the best of each bank. */
  readonly preferences: readonly Ranked[];
};

/** A need in an event. `lapsed`: it was no longer open when it was its turn to be ranked. */
export type EventNeed = {
  readonly event: MatchingEventId;
  readonly need: NeedId;
  readonly code: UnifiedCode;
  readonly joinedAt: Instant;
} & (
  | { readonly status: 'joined' | 'lapsed' }
  /** The outcome is told once the event is assigned. */
  | (RankedNeed & { readonly status: 'ranked'; readonly outcome?: NeedOutcome })
);

/** Of a bank in an event: 100 billion yuan. */
export const MAX_CAPACITY_FEN = 10_000_000_000_000;
export const MAX_EVENT_NAME = 100;
