import type { BankId, NeedId, ProductId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { Instant } from '../time.ts';

/** A bank that a need would take, by its best product there: more points first, equal points are a tie. */
export type Preference = {
  readonly product: ProductId;
  readonly bank: BankId;
  readonly points: number;
};

/** A need that a bank would take: more points first, equal points are a tie. */
export type Priority = { readonly need: NeedId; readonly points: number };

export type EntrantNeed = {
  readonly id: NeedId;
  readonly principal: Fen;
  readonly submittedAt: Instant;
  /** A bank at most once. */
  readonly preferences: readonly Preference[];
};

/** What a bank brings: at most `quota` needs and at most `amount` in all; a need goes to it whole or not at all. */
export type EntrantBank = {
  readonly id: BankId;
  readonly quota: number;
  readonly amount: Fen;
  /** A need at most once; whatever is left out is not taken. */
  readonly priorities: readonly Priority[];
};

/** Everything that an assignment is made of, in any order. */
export type Participants = {
  /** Names the lots. */
  readonly event: string;
  readonly needs: readonly EntrantNeed[];
  readonly banks: readonly EntrantBank[];
};

/** Of one event at most. */
export const MAX_EVENT_NEEDS = 2_000;
export const MAX_EVENT_BANKS = 500;
