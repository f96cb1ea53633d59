import type { Batch, Mapping, RefusedRow } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import type { CreditRecord } from '#domain/credit/record';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { BatchId, NeedId, ProductId, SupplierId, UnifiedCode, WhitelistId } from '#domain/ids';
import type { Matching } from '#domain/matching/matching';
import type { Need, NeedTerms } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import type { Command } from '#domain/refusal';
import type { KeptScore } from '#domain/scoring/score';
import type { BusinessDate } from '#domain/time';
import type { Listing, Whitelist, WhitelistRule } from '#domain/whitelist/whitelist';

export type PageOf = { readonly limit: number; readonly after?: string };
export type Paged<Item> = { readonly items: readonly Item[]; readonly next?: string };
/** A kept value with its version, for ETag; `created` tells a first PUT from a repeated one. */
export type Kept<Value> = {
  readonly value: Value;
  readonly version: number;
  readonly created: boolean;
};

export type BatchTerms = {
  readonly id: BatchId;
  readonly catalogue: CatalogueId;
  readonly supplier: SupplierId;
  readonly mapping?: Mapping;
};
/** A row sent inside a request: field, alias or column of the mapping → value. */
export type InlineRow = Readonly<Record<string, string | number | boolean | null>>;
export type WhitelistTerms = {
  readonly id: WhitelistId;
  readonly name: string;
  readonly rule: WhitelistRule;
};
export type EnterpriseProfile = { readonly enterprise: Enterprise; readonly score?: KeptScore };

/**
 * Everything that one can do, bound to the world. All answers are outcomes: a refusal is a value.
 * `asker` comes first everywhere: see domain/principal.ts.
 */
export type Platform = {
  /** Opens a batch and says where its file may be PUT. Refuses: batch_differs. */
  readonly openBatch: Command<
    BatchTerms,
    {
      readonly batch: Batch;
      readonly uploadUrl: string;
      readonly expiresInSeconds: number;
      readonly created: boolean;
    }
  >;
  /** Rows inside the request (at most MAX_INLINE_ROWS), decided before the answer. Refuses: batch_differs. */
  readonly deliverRows: Command<
    BatchTerms & { readonly rows: readonly InlineRow[] },
    { readonly batch: Batch; readonly refused: readonly RefusedRow[]; readonly created: boolean }
  >;
  /** Ingests the file of a batch from its checkpoint until done or until `stopAt` (epoch ms). Refuses: not_found. */
  readonly ingestBatch: Command<
    { readonly id: BatchId; readonly stopAt?: number },
    { readonly batch: Batch; readonly finished: boolean }
  >;
  readonly readBatch: Command<BatchId, Batch>;
  readonly listBatches: Command<PageOf, Paged<Batch>>;
  readonly readRefusedRows: Command<PageOf & { readonly batch: BatchId }, Paged<RefusedRow>>;

  readonly readEnterprise: Command<UnifiedCode, EnterpriseProfile>;
  readonly listEnterprises: Command<PageOf, Paged<EnterpriseProfile>>;
  readonly readRecords: Command<PageOf & { readonly code: UnifiedCode }, Paged<CreditRecord>>;
  /** Refuses: not_found (no such enterprise), enterprise_not_scored. */
  readonly readScore: Command<UnifiedCode, KeptScore>;
  /** Scores a firm from its records as of a day (today unless told) and keeps it. Refuses: enterprise_unknown. */
  readonly scoreEnterprise: Command<
    { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
    KeptScore
  >;

  /** Refuses: version_differs when `expected` is told and is not the version kept. */
  readonly putProduct: Command<
    { readonly product: Product; readonly expected?: number },
    Kept<Product>
  >;
  readonly readProduct: Command<ProductId, Kept<Product>>;
  readonly listProducts: Command<PageOf, Paged<Product>>;

  /** Refuses: enterprise_unknown, valid_to_passed, need_differs (same id, other content; names the field). */
  readonly submitNeed: Command<NeedTerms, Kept<Need>>;
  /** Withdrawing twice is withdrawing once. Refuses: not_found. */
  readonly withdrawNeed: Command<NeedId, Need>;
  readonly readNeed: Command<NeedId, Kept<Need>>;
  readonly listNeeds: Command<PageOf & { readonly code?: UnifiedCode }, Paged<Need>>;
  /** Matches a need with every listed product and keeps the result. Refuses: not_found, need_not_open. */
  readonly matchNeed: Command<{ readonly need: NeedId; readonly asOf?: BusinessDate }, Matching>;
  /** Matches the firm's open needs anew. */
  readonly rematchEnterprise: Command<UnifiedCode, number>;
  /** The current matching: the kept one, or a fresh one where products or score have moved since. Refuses: not_found. */
  readonly readMatching: Command<NeedId, Matching>;

  /** Asks for a draft; drafting runs behind the queue. Refuses: whitelist_differs. */
  readonly requestWhitelist: Command<WhitelistTerms, Kept<Whitelist>>;
  /** One stretch of drafting after the firm `after` ('' = from the start). */
  readonly draftWhitelist: Command<{ readonly id: WhitelistId; readonly after: string }, Whitelist>;
  /** Publishing twice is publishing once. Refuses: not_found, whitelist_not_draft. */
  readonly publishWhitelist: Command<WhitelistId, Whitelist>;
  readonly readWhitelist: Command<WhitelistId, Kept<Whitelist>>;
  readonly listWhitelists: Command<PageOf, Paged<Whitelist>>;
  /** Every firm's entry with its grounds, or those listed alone. Refuses: not_found. */
  readonly readListings: Command<
    PageOf & { readonly whitelist: WhitelistId; readonly listedOnly?: boolean },
    Paged<Listing>
  >;
};

export const MAX_INLINE_ROWS = 500;
