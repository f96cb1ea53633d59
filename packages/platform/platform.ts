import type { AuditEntry, AuditStream } from '#domain/audit/audit-entry';
import type { Case, CaseTerms } from '#domain/case/case';
import type { Move } from '#domain/case/decide-move';
import type { ConsentTerms } from '#domain/consent/consent';
import type { ConsentView } from '#domain/consent/consent-view';
import type { Batch, RefusedRow } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import type { Profile } from '#domain/credit/profile';
import type { Verification, VerificationTerms } from '#domain/credit/verification';
import type { IdentityClaim } from '#domain/identity/identity';
import type { ShownIdentity } from '#domain/identity/shown-identity';
import type {
  BatchId,
  CaseId,
  ConsentId,
  NeedId,
  OutcomeId,
  SupplierId,
  UnifiedCode,
  VerificationId,
  WhitelistId,
} from '#domain/ids';
import type { Access } from '#domain/ledger/access';
import type { SeenNeed } from '#domain/need/masked-need';
import type { Need, NeedTerms } from '#domain/need/need';
import type { NeedEdition } from '#domain/need/need-edition';
import type { NeedFilter } from '#domain/need/need-filter';
import type { Notice } from '#domain/notice/notice';
import type { Party } from '#domain/principal';
import type { QualityTable } from '#domain/quality/quality-table';
import type { Command } from '#domain/refusal';
import type { RetentionReport } from '#domain/retention/report';
import type { LoanOutcome, OutcomeReport } from '#domain/scoring/monitoring/loan-outcome';
import type { ScoreMonitoring } from '#domain/scoring/monitoring/score-monitoring';
import type { KeptScore } from '#domain/scoring/score';
import type { Supplier } from '#domain/supplier/supplier';
import type { BusinessDate, Instant } from '#domain/time';
import type { Listing, Whitelist } from '#domain/whitelist/whitelist';
import type { EnterpriseCheck } from '#usecases/check-enterprise';
import type { CheckpointsTaken } from '#usecases/checkpoint-audit';
import type { Compared } from '#usecases/compare-lists';
import type { InlineRow } from '#usecases/deliver-rows';
import type { Asked } from '#usecases/disclose';
import type { Dated, OfCategories } from '#usecases/disclosures';
import type { NeedEdit } from '#usecases/edit-need';
import type { Expired } from '#usecases/expire-consents';
import type { ExportAsked, Exported } from '#usecases/export-subject';
import type { IngestPart } from '#usecases/ingest-part';
import type { AccessesOn } from '#usecases/list-accesses';
import type { QualityAsked } from '#usecases/measure-quality';
import type { Monitored } from '#usecases/monitor-scores';
import type { BatchTerms } from '#usecases/open-batch';
import type { Planned } from '#usecases/plan-batch';
import type { CodeRange } from '#usecases/plan-rescoring';
import type { Versioned } from '#usecases/ports';
import type { Written } from '#usecases/put-product';
import type { EnterpriseProfile, Paged, PageOf } from '#usecases/read';
import type { Receipt } from '#usecases/read-receipt';
import type { UsedRecord } from '#usecases/read-records';
import type { PublicListing } from '#usecases/read-whitelists';
import type { Replayed } from '#usecases/replay-score';
import type { WhitelistTerms } from '#usecases/request-whitelist';
import type { RangeScored, RescoreRange } from '#usecases/rescore-range';
import type { CityAsked, CityPage } from '#usecases/score-city';
import type { IdentitiesFound, IdentitySearch } from '#usecases/search-identities';
import type { WithdrawnRecord } from '#usecases/tell-readers';
import type { AuditAsked, AuditVerification } from '#usecases/verify-audit';
import type { WhatIf, WhatIfAnswer } from '#usecases/what-if';

export type { CityScore, SlowerCard } from '#usecases/score-city';
export type { WhatIfAnswer, WhatIfSide } from '#usecases/what-if';

import type { CardCommands } from './card-commands.ts';
import type { CostCommands } from './cost-commands.ts';
import type { FirmCommands } from './firm-commands.ts';
import type { MatchingCommands } from './matching-commands.ts';
import type { MatchingEventCommands } from './matching-event-commands.ts';
import type { ProductCommands } from './product-commands.ts';

/** Told in files of their own. */
type OtherCommands = CardCommands &
  CostCommands &
  FirmCommands &
  MatchingCommands &
  MatchingEventCommands &
  ProductCommands;

/**
 * Everything that one can do, bound to the world. All answers are outcomes: a refusal is a value.
 * `asker` comes first everywhere (domain/principal.ts), and the policy table has a row for each
 * (domain/access/policy.ts): sign_in_required and forbidden are refused before anything is looked at.
 */
export type Platform = OtherCommands & {
  /** Counts one more request of whoever asks. Refuses: rate_limited. */
  readonly admit: Command<{ readonly address?: string }, 'admitted'>;

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
  /** Ingests the file of a batch from its checkpoint until done or until `stopAt` . Refuses: not_found. */
  readonly ingestBatch: Command<
    { readonly id: BatchId; readonly stopAt?: Instant },
    { readonly batch: Batch; readonly finished: boolean }
  >;
  /** Decides how many ways the rows of a batch are dealt out by subject, once. Refuses: not_found. */
  readonly planBatch: Command<{ readonly id: BatchId; readonly parts?: number }, Planned>;
  /** Ingests one part from its checkpoint until done or until `stopAt`. Refuses: not_found. */
  readonly ingestPart: Command<IngestPart, { readonly finished: boolean }>;
  /** Ends a batch whose parts are all done. Refuses: not_found, busy. */
  readonly finishBatch: Command<{ readonly id: BatchId }, Batch>;
  /** Counts are those up to now while it is ingested. Refuses: not_found. */
  readonly readBatch: Command<BatchId, Batch>;
  readonly listBatches: Command<PageOf, Paged<Batch>>;
  /** Newest first. */
  readonly listBatchesOfSupplier: Command<PageOf & { readonly supplier: SupplierId }, Paged<Batch>>;
  readonly readRefusedRows: Command<PageOf & { readonly batch: BatchId }, Paged<RefusedRow>>;

  /** Registers a supplier or changes it; the same again changes nothing. */
  readonly putSupplier: Command<Supplier, Written<Supplier>>;
  readonly readSupplier: Command<SupplierId, Versioned<Supplier>>;
  readonly listSuppliers: Command<PageOf, Paged<Supplier>>;
  /** Figures of a period. Refuses: period_wrong, definition_unknown, calendar_year_unknown. */
  readonly measureQuality: Command<QualityAsked, QualityTable>;

  /**
   * Reads of a firm. A bank reads under a consent that covers what it reads, and every read is written into the
   * ledger before it is answered (usecases/disclose.ts); refuses then, first: what `decideRead` refuses.
   */
  readonly readEnterprise: Command<Asked, EnterpriseProfile>;
  /** A firm's credit on one page as of a day (today unless told), in one read. */
  readonly readProfile: Command<OfCategories, Profile>;
  /** 逢办必查: whether anything stands against a firm on a day (today unless told). Refuses nothing. */
  readonly checkEnterprise: Command<Dated, EnterpriseCheck>;
  /** Tells once whichever list the firms of a change of records now stand on. Refuses: busy. */
  readonly compareLists: Command<
    { readonly codes: readonly UnifiedCode[]; readonly catalogue: CatalogueId },
    Compared
  >;
  /** Refuses: verification_differs, not_found (no such record), record_not_verifiable. */
  readonly verifyRecord: Command<VerificationTerms, Written<Verification>>;
  /** Refuses: not_found. */
  readonly readVerification: Command<VerificationId, Versioned<Verification>>;
  /** Files an objection or asks for repair. Refuses: case_differs, and what `decideFiling` refuses. */
  readonly fileCase: Command<CaseTerms, Written<Case>>;
  /** Accepts, declines, extends, grants or denies. Refuses: not_found, what `decideMove` refuses, busy. */
  readonly moveCase: Command<Move & { readonly id: CaseId }, Case>;
  /** Steps back from a case; twice is once. Refuses: not_found, case_not_open, busy. */
  readonly cancelCase: Command<CaseId, Case>;
  /** Refuses: not_found. */
  readonly readCase: Command<CaseId, Versioned<Case>>;
  /** Those that wait for the office, by the day until which it has to act. */
  readonly listOpenCases: Command<PageOf, Paged<Case>>;
  /** Newest first. */
  readonly listCasesOfEnterprise: Command<PageOf & { readonly code: UnifiedCode }, Paged<Case>>;
  readonly listEnterprises: Command<PageOf, Paged<EnterpriseProfile>>;
  /** Those that whoever asks may see on a day (today unless told), each with its uses. Refuses: not_found. */
  readonly readRecords: Command<OfCategories & PageOf, Paged<UsedRecord>>;
  /** Queues a notice for everyone who had read of the firm of a withdrawn record, once. Refuses: busy. */
  readonly tellReaders: Command<WithdrawnRecord, { readonly told: number }>;
  /** What somebody is to be told, newest first. */
  readonly listNotices: Command<PageOf & { readonly to: Party }, Paged<Notice>>;
  /** Refuses: not_found (no such enterprise), enterprise_not_scored. */
  readonly readScore: Command<Asked, KeptScore>;
  /** The score as it is and as it would be; nothing is stored. Refuses: not_found, not_in_list, wrong_type. */
  readonly whatIf: Command<WhatIf, WhatIfAnswer>;
  /** A score of the past, reckoned anew from what was kept with it. Refuses: not_found. */
  readonly replayScore: Command<
    { readonly code: UnifiedCode; readonly scoredAt: Instant },
    Replayed
  >;
  /** Firms by code, scored by the cards in force from the facts of their last scores; nothing is stored. */
  readonly scoreCity: Command<CityAsked, CityPage>;
  /** Cuts the city into ranges of firms by code, of about `firms` each and at most `most`. */
  readonly planRescoring: Command<
    { readonly firms?: number; readonly most?: number },
    readonly CodeRange[]
  >;
  /** Scores the firms of a range as of today until `stopAt`; those whose score is current are passed over. */
  readonly rescoreRange: Command<RescoreRange, RangeScored>;

  /** Refuses: need_differs (same id, other content; names the field), what `checkNeed` and `whyBarred` refuse. */
  readonly submitNeed: Command<NeedTerms, Written<Need>>;
  /** Other terms for an open need. Refuses: version_differs, need_differs, need_not_open, as `submitNeed`. */
  readonly editNeed: Command<NeedEdit, Written<Need>>;
  /** Withdrawing twice is withdrawing once. Refuses: not_found. */
  readonly withdrawNeed: Command<NeedId, Need>;
  /** To a bank: those to which it is invited, anonymous ones masked until it holds a consent of the firm. */
  readonly readNeed: Command<NeedId, Versioned<SeenNeed>>;
  readonly listNeeds: Command<PageOf & { readonly filter?: NeedFilter }, Paged<SeenNeed>>;
  /** Newest first; to a bank none that would be masked. */
  readonly listNeedsOfEnterprise: Command<PageOf & { readonly code: UnifiedCode }, Paged<SeenNeed>>;
  /** The terms that a need had, first to last. Refuses: not_found. */
  readonly listNeedEditions: Command<PageOf & { readonly need: NeedId }, Paged<NeedEdition>>;

  /** Asks for a draft; drafting runs behind the queue. Refuses: whitelist_differs. */
  readonly requestWhitelist: Command<WhitelistTerms, Written<Whitelist>>;
  /** One stretch of drafting after the firm `after` ('' = from the start). */
  readonly draftWhitelist: Command<{ readonly id: WhitelistId; readonly after: string }, Whitelist>;
  /** Considers a firm anew for the list in effect. Refuses: enterprise_unknown, busy. */
  readonly reconsiderListing: Command<UnifiedCode, { readonly changed: boolean }>;
  /** Publishing twice is publishing once. Refuses: not_found, whitelist_not_draft. */
  readonly publishWhitelist: Command<WhitelistId, Whitelist>;
  readonly readWhitelist: Command<WhitelistId, Versioned<Whitelist>>;
  readonly listWhitelists: Command<PageOf, Paged<Whitelist>>;
  /** To the office every entry with its grounds; to others who is on a published list. Refuses: not_found. */
  readonly readListings: Command<
    PageOf & { readonly whitelist: WhitelistId; readonly listedOnly?: boolean },
    Paged<Listing | PublicListing>
  >;
  /** A firm's entry in the list in effect, with its grounds. Refuses: not_found. */
  readonly readListing: Command<UnifiedCode, Listing>;

  /** The entries of an audit stream (`need/need_1`), first to last. */
  readonly listAudit: Command<PageOf & { readonly stream: AuditStream }, Paged<AuditEntry>>;
  /** Proves the audit or names its first broken link; a break is an answer, not a refusal. */
  readonly verifyAudit: Command<AuditAsked, AuditVerification>;
  /** Seals and archives every day that is over. Refuses: audit_broken. */
  readonly checkpointAudit: Command<{ readonly stopAt?: Instant }, CheckpointsTaken>;
  /** 实名认证 of whoever asks, for their firm. Refuses: enterprise_unknown, identity_differs, required, identity_provider_unreachable. */
  readonly verifyIdentity: Command<IdentityClaim, Written<ShownIdentity>>;
  /** The people of a firm whose real name was asked for, numbers masked. */
  readonly readIdentity: Command<PageOf & { readonly code: UnifiedCode }, Paged<ShownIdentity>>;
  /** Whose identities an ID number stands in; that somebody asked is an event. */
  readonly searchIdentities: Command<IdentitySearch, IdentitiesFound>;
  /** Says of verified identities past their last day that they have expired. */
  readonly expireIdentities: Command<Record<never, never>, { readonly expired: number }>;
  /** Deletes and erases what the retention rules say, and reports. Refuses: busy. */
  readonly applyRetention: Command<{ readonly stopAt?: Instant }, RetentionReport>;
  /** Refuses: what `checkOutcome` refuses, outcome_differs, enterprise_unknown, consent_required, busy. */
  readonly reportOutcome: Command<OutcomeReport, Written<LoanOutcome>>;
  readonly readOutcome: Command<OutcomeId, Versioned<LoanOutcome>>;
  /** Counts on, until the week has its figures or `stopAt`. Refuses: busy. */
  readonly monitorScores: Command<{ readonly stopAt?: Instant }, Monitored>;
  readonly listScoreMonitoring: Command<PageOf, Paged<ScoreMonitoring>>;
  /** Newest first. */
  readonly listRetention: Command<PageOf, Paged<RetentionReport>>;
  /** Everything that is kept about a firm and the person who asks, line by line. Refuses: not_found, cursor_wrong. */
  readonly exportSubject: Command<ExportAsked, Exported>;
  /** Asks a firm for its consent. Refuses: consent_differs, what `checkConsent` refuses, enterprise_unknown, consent_request_open. */
  readonly requestConsent: Command<ConsentTerms, Written<ConsentView>>;
  /** Refuses: consent_differs, consent_not_active, what `checkConsent` refuses, enterprise_unknown. */
  readonly grantConsent: Command<ConsentTerms, Written<ConsentView>>;
  /** These four: twice is once. Refuse: not_found, the code of the state that does not allow it, busy. */
  readonly declineConsent: Command<ConsentId, ConsentView>;
  readonly pauseConsent: Command<ConsentId, ConsentView>;
  readonly resumeConsent: Command<ConsentId, ConsentView>;
  readonly revokeConsent: Command<ConsentId, ConsentView>;
  /** A new validity from today, signed anew. Refuses: what `renewConsent` refuses. */
  readonly renewConsent: Command<
    { readonly id: ConsentId; readonly validUntil: BusinessDate },
    ConsentView
  >;
  /** Refuses: not_found. */
  readonly readConsent: Command<ConsentId, Versioned<ConsentView>>;
  /** Refuses: not_found, consent_not_active (never granted). */
  readonly readReceipt: Command<ConsentId, Receipt>;
  readonly listConsentsOfEnterprise: Command<
    PageOf & { readonly code: UnifiedCode },
    Paged<ConsentView>
  >;
  readonly listConsentsTo: Command<PageOf & { readonly to: Party }, Paged<ConsentView>>;
  /** One stretch of the sweep after `after` ('' = from the start). Refuses: busy. */
  readonly expireConsents: Command<{ readonly after: string; readonly limit?: number }, Expired>;
  /** The ledger of a firm, newest first. */
  readonly listAccessesOfEnterprise: Command<
    PageOf & { readonly code: UnifiedCode },
    Paged<Access>
  >;
  /** Of one reader, newest first. */
  readonly listAccessesOfReader: Command<PageOf & { readonly reader: Party }, Paged<Access>>;
  /** Of a day, newest first, narrowed where told. */
  readonly listAccessesOn: Command<AccessesOn, Paged<Access>>;
};
