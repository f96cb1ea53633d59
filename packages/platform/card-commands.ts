import type { CardVersionId, UnifiedCode } from '#domain/ids';
import type { Command } from '#domain/refusal';
import type { CardComparison } from '#domain/scoring/registry/card-comparison';
import type { CardRole, CardVersion } from '#domain/scoring/registry/card-version';
import type { KeptScore } from '#domain/scoring/score';
import type { Scorecard } from '#domain/scoring/scorecard';
import type { BusinessDate, Instant } from '#domain/time';
import type { Begun } from '#usecases/begin-cards';
import type { ShadowsCompared } from '#usecases/compare-challenger';
import type { Asked } from '#usecases/disclose';
import type { ToldScore } from '#usecases/list-scores';
import type { Versioned } from '#usecases/ports';
import type { Written } from '#usecases/put-product';
import type { Paged, PageOf } from '#usecases/read';
import type { SchemeCommands } from './scheme-commands.ts';

/** The registry of cards and of what chooses among them, and the scoring of firms by them, as part of the platform. */
export type CardCommands = SchemeCommands & {
  /** The scores of a firm as they were told, newest first. Refuses: not_found, what a consent refuses. */
  readonly listScores: Command<Asked & PageOf, Paged<ToldScore>>;
  /** Enters a card into the registry. Refuses: card_faulty, card_differs, busy. */
  readonly draftCard: Command<
    { readonly card: Scorecard; readonly role: CardRole },
    Written<CardVersion>
  >;
  /** Refuses: not_found, card_status_wrong, busy; so do the steps after it. */
  readonly checkCard: Command<CardVersionId, CardVersion>;
  /** Refuses besides: card_same_person. */
  readonly approveCard: Command<CardVersionId, CardVersion>;
  /** The city is scored anew where the day is today. Refuses besides: out_of_range (from). */
  readonly activateCard: Command<
    { readonly id: CardVersionId; readonly from: BusinessDate },
    CardVersion
  >;
  /** Refuses besides: card_in_use, as an activation for another day does. */
  readonly retireCard: Command<CardVersionId, CardVersion>;
  readonly readCard: Command<CardVersionId, Versioned<CardVersion>>;
  /** By id. */
  readonly listCards: Command<PageOf, Paged<CardVersion>>;
  /** Scores a firm from its records as of a day (today unless told) and keeps it. Refuses: enterprise_unknown. */
  readonly scoreEnterprise: Command<
    { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
    KeptScore
  >;
  /** Scores those of the firms whose score has not seen their latest records; unknown ones are passed over. */
  readonly scoreEnterprises: Command<readonly UnifiedCode[], { readonly scored: number }>;
  /** Asks for the city to be scored anew where a card has begun; once for each. Refuses: busy. */
  readonly beginCards: Command<Record<never, never>, Begun>;
  /** The next stretch of a comparison. Refuses: not_found, card_status_wrong (retired), busy. */
  readonly compareChallenger: Command<{ readonly challenger: CardVersionId }, CardComparison>;
  /** Every week, each challenger that is active. Refuses: busy. */
  readonly compareChallengers: Command<{ readonly stopAt?: Instant }, ShadowsCompared>;
  /** Newest first. */
  readonly listCardComparisons: Command<PageOf, Paged<CardComparison>>;
};
