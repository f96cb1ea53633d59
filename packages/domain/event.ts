import type { CaseKind, CaseStatus } from './case/case.ts';
import type { ConsentStatus } from './consent/consent.ts';
import type { ConsentAction } from './consent/consent-actions.ts';
import type { Counts } from './credit/batch.ts';
import type { CatalogueId } from './credit/catalogue.ts';
import type { ListAction, ListTypeId } from './credit/lists/list-type.ts';
import type { IdentityStatus } from './identity/identity.ts';
import type {
  AccessId,
  BankId,
  BatchId,
  CaseId,
  ConsentId,
  EventId,
  NeedId,
  ProductId,
  RecordId,
  SearchId,
  UnifiedCode,
  WhitelistId,
} from './ids.ts';
import type { Party, Principal } from './principal.ts';
import type { ProductStatus } from './product/product.ts';
import type { ProductMove } from './product/product-version.ts';
import type { RefusalCode } from './refusal.ts';
import type { BusinessDate, Instant } from './time.ts';

/** What has happened, committed with what it changed. Consumers are idempotent by `id`. */
export type Happening =
  /** The firms whose records a stretch of a batch has changed, at most MAX_FIRMS_TOLD; a repeat names them again. */
  | {
      readonly type: 'records_changed';
      readonly codes: readonly UnifiedCode[];
      readonly catalogue: CatalogueId;
      /** Absent where no delivery changed them but a case or a verification. */
      readonly batch?: BatchId;
    }
  /** A case has moved; where it was granted, the record was withdrawn in the same commit. */
  | {
      readonly type: 'case_moved';
      readonly case: CaseId;
      readonly kind: CaseKind;
      readonly status: CaseStatus;
      readonly code: UnifiedCode;
      readonly record: RecordId;
    }
  /** A record has left display, sharing and scoring: whoever had read it is to be told. */
  | {
      readonly type: 'record_withdrawn';
      readonly case: CaseId;
      readonly code: UnifiedCode;
      readonly record: RecordId;
    }
  /** A firm now stands on a list, and this is what it had open. */
  | {
      readonly type: 'list_hit';
      readonly code: UnifiedCode;
      readonly list: ListTypeId;
      readonly action: ListAction;
      readonly record: RecordId;
      readonly needs: readonly NeedId[];
      readonly whitelist?: WhitelistId;
    }
  | { readonly type: 'batch_completed'; readonly batch: BatchId; readonly counts: Counts }
  | {
      readonly type: 'enterprise_scored';
      readonly code: UnifiedCode;
      readonly points: number;
      readonly grade: string;
    }
  /** Asks for scoring the whole city anew: what it collects has changed, or a card has begun or ended. */
  | { readonly type: 'city_rescoring' }
  /** A version of a product was drafted or has moved; one that another supersedes moves with it unsaid. */
  | {
      readonly type: 'product_moved';
      readonly product: ProductId;
      readonly version: number;
      readonly bank: BankId;
      readonly move: ProductMove;
      readonly status: ProductStatus;
    }
  /** Asks for the next stretch of the open needs that a newly listed product may fit. */
  | { readonly type: 'product_matching'; readonly product: ProductId; readonly after: string }
  | { readonly type: 'need_submitted'; readonly need: NeedId; readonly code: UnifiedCode }
  | {
      readonly type: 'need_edited';
      readonly need: NeedId;
      readonly code: UnifiedCode;
      readonly edition: number;
    }
  | { readonly type: 'need_withdrawn'; readonly need: NeedId; readonly code: UnifiedCode }
  | {
      readonly type: 'need_matched';
      readonly need: NeedId;
      readonly code: UnifiedCode;
      readonly eligible: number;
    }
  /** Asks for the next stretch of the draft: emitted by the request and by every stretch but the last. */
  | { readonly type: 'whitelist_drafting'; readonly whitelist: WhitelistId; readonly after: string }
  | { readonly type: 'whitelist_drafted'; readonly whitelist: WhitelistId; readonly listed: number }
  | {
      readonly type: 'whitelist_published';
      readonly whitelist: WhitelistId;
      readonly listed: number;
    }
  /** A person's identity for a firm has another status; their numbers are in no event. */
  | {
      readonly type: 'identity_moved';
      readonly code: UnifiedCode;
      readonly person: string;
      readonly status: IdentityStatus;
    }
  /** Somebody has looked for the identities of an ID number. */
  | {
      readonly type: 'identities_searched';
      readonly search: SearchId;
      readonly reason: string;
      readonly found: number;
    }
  /** A run of the retention rules has ended. */
  | {
      readonly type: 'retention_applied';
      readonly day: BusinessDate;
      readonly deleted: number;
      readonly erased: number;
    }
  /** A consent was requested, or has moved: whatever rests on it may have to end. */
  | {
      readonly type: 'consent_moved';
      readonly consent: ConsentId;
      readonly code: UnifiedCode;
      readonly recipient: Party;
      readonly action: ConsentAction | 'request';
      readonly status: ConsentStatus;
    }
  /** A line of the ledger was written; it goes to nobody, and no bus carries it. */
  | {
      readonly type: 'firm_data_read';
      readonly access: AccessId;
      readonly code: UnifiedCode;
      readonly result: 'given' | RefusalCode;
    }
  /** A firm was considered anew for the list in effect. */
  | {
      readonly type: 'listing_changed';
      readonly whitelist: WhitelistId;
      readonly code: UnifiedCode;
      readonly listed: boolean;
    };

/** A message of the bus holds 256 KB. */
export const MAX_FIRMS_TOLD = 500;

export type DomainEvent = Happening & {
  readonly id: EventId;
  readonly at: Instant;
  readonly by: Principal;
};
