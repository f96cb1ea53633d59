import type { Findability, FindabilityTerms } from '#domain/findability/findability';
import type { ProductId, UnifiedCode } from '#domain/ids';
import type { MatchedFirms } from '#domain/matching/firms/reach';
import type { Command } from '#domain/refusal';
import type { Instant } from '#domain/time';
import type { FirmsCounted } from '#usecases/count-firms';
import type { FirmsOfProduct } from '#usecases/find-firms';
import type { Versioned } from '#usecases/ports';
import type { Written } from '#usecases/put-product';
import type { PageOf } from '#usecases/read';

/** Product → firms. */
export type FirmCommands = {
  /** Refuses: what `checkFindability` refuses, enterprise_unknown, busy. */
  readonly allowFinding: Command<FindabilityTerms, Written<Findability>>;
  /** Twice is once. Refuses: not_found (never allowed), busy. */
  readonly endFinding: Command<UnifiedCode, Findability>;
  /** Refuses: not_found. */
  readonly readFindability: Command<UnifiedCode, Versioned<Findability>>;
  /** Those that the asker may see; each gets its line in the ledger. Refuses: not_found, busy. */
  readonly findFirms: Command<PageOf & { readonly product: ProductId }, FirmsOfProduct>;
  /** Counts on, until the day is counted or `stopAt`. Refuses: busy. */
  readonly countFirms: Command<{ readonly stopAt?: Instant }, FirmsCounted>;
  /** The whole city for one product, at once. Refuses: not_found. */
  readonly matchFirms: Command<
    { readonly product: ProductId; readonly most: number },
    MatchedFirms
  >;
};
