import type { CreditDecisionId, NeedId, ProductId, UnifiedCode } from '#domain/ids';
import type { CreditDecision, DecisionReport } from '#domain/matching/credit-decision';
import type { Matching, MatchingPage } from '#domain/matching/matching';
import type { ProductChange } from '#domain/matching/nearest/product-change';
import type { Command } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { FoundNeeds } from '#usecases/match-product';
import type { Versioned } from '#usecases/ports';
import type { Written } from '#usecases/put-product';
import type { ChangeAsked } from '#usecases/read-change';
import type { AskedWith } from '#usecases/read-question';

/** What needs and products find in each other. */
export type MatchingCommands = {
  /** Matches a need with every listed product and keeps the result. Refuses: not_found, need_not_open. */
  readonly matchNeed: Command<{ readonly need: NeedId; readonly asOf?: BusinessDate }, Matching>;
  /** Matches the firm's open needs anew. */
  readonly rematchEnterprise: Command<UnifiedCode, number>;
  /** One stretch of the open needs that a listed product may fit. Refuses: busy. */
  readonly matchProduct: Command<
    { readonly product: ProductId; readonly after: string },
    FoundNeeds
  >;
  /** A page of the matching as things stand today; of a closed need, what was kept last. Refuses: not_found, need_not_matched. */
  readonly readMatching: Command<MatchingPage & { readonly need: NeedId }, Matching>;
  /** The firm as matching sees it for a need today. Refuses: not_found. */
  readonly readQuestion: Command<{ readonly need: NeedId }, AskedWith>;
  /** What would make one product fit, as things stand today. Refuses: not_found, need_not_open. */
  readonly readChange: Command<ChangeAsked, ProductChange>;
  /** Refuses: what `checkDecision` refuses, not_found (need, product), decision_differs, consent_required, busy. */
  readonly reportDecision: Command<DecisionReport, Written<CreditDecision>>;
  readonly readDecision: Command<CreditDecisionId, Versioned<CreditDecision>>;
};
