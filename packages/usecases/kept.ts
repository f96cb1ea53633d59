import type { AuditEntry, AuditStream } from '#domain/audit/audit-entry';
import type { AuditCheckpoint } from '#domain/audit/checkpoint';
import type { Case } from '#domain/case/case';
import type { Consent, ConsentClock } from '#domain/consent/consent';
import type { Batch, BatchPart } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import type { CreditRecord } from '#domain/credit/record';
import type { Verification } from '#domain/credit/verification';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { Findability } from '#domain/findability/findability';
import type { Identity } from '#domain/identity/identity';
import type {
  AccessId,
  BankId,
  BatchId,
  CardVersionId,
  CaseId,
  ConsentId,
  CreditDecisionId,
  NeedId,
  NoticeId,
  OutcomeId,
  ProductId,
  ProductVersionId,
  RecordId,
  SchemeVersionId,
  SupplierId,
  UnifiedCode,
  VerificationId,
  WhitelistId,
} from '#domain/ids';
import type { Access } from '#domain/ledger/access';
import type { Approvals, CreditDecision } from '#domain/matching/credit-decision';
import type { Reach, ReachCount } from '#domain/matching/firms/reach';
import type { KeptMatching } from '#domain/matching/matching';
import type { Need } from '#domain/need/need';
import type { NeedEdition } from '#domain/need/need-edition';
import type { Notice } from '#domain/notice/notice';
import type { Reading } from '#domain/notice/reading';
import type { Product } from '#domain/product/product';
import type { ProductVersion } from '#domain/product/product-version';
import type { Tally } from '#domain/quality/tally';
import type { RetentionReport } from '#domain/retention/report';
import type { ActivationSample } from '#domain/scoring/monitoring/activation-sample';
import type { IsoWeek } from '#domain/scoring/monitoring/iso-week';
import type { LoanOutcome } from '#domain/scoring/monitoring/loan-outcome';
import type { ScoreCount } from '#domain/scoring/monitoring/score-count';
import type { ScoreMonitoring } from '#domain/scoring/monitoring/score-monitoring';
import type { CardComparison } from '#domain/scoring/registry/card-comparison';
import type { CardVersion } from '#domain/scoring/registry/card-version';
import type { PastScore } from '#domain/scoring/registry/past-score';
import type { SchemeVersion } from '#domain/scoring/registry/scheme-version';
import type { KeptScore } from '#domain/scoring/score';
import type { Scorecard } from '#domain/scoring/scorecard';
import type { SegmentScheme } from '#domain/scoring/segments';
import type { Supplier } from '#domain/supplier/supplier';
import type { BusinessDate, Instant } from '#domain/time';
import type { Listing, Whitelist } from '#domain/whitelist/whitelist';
import type { DueMonth } from './due-months.ts';
import type { EventCollections, IdOfEvents, KeptEvents } from './kept-events.ts';
import type { Refusals } from './kept-rows.ts';

export type { KeptRow, Refusals } from './kept-rows.ts';

/** The whitelist in effect: the last one that was published. */
export type CurrentWhitelist = { readonly whitelist: WhitelistId };

/**
 * The catalogues that the city collects: a registered firm that does not appear in one of them has no such
 * record. Of any other catalogue, silence says nothing.
 */
export type Holdings = { readonly catalogues: readonly CatalogueId[] };

/** The key of the hashes, wrapped: one for all processes. */
export type VaultKey = { readonly id: 'hash'; readonly wrapped: string };
/** A card under its hash, for ever. */
export type HashedCard = { readonly hash: string; readonly card: Scorecard };
/** A scheme likewise. */
export type HashedScheme = { readonly hash: string; readonly scheme: SegmentScheme };

/** Everything that is kept, by kind. Each value is one whole aggregate, written under its version. */
export type Kept = KeptEvents & {
  enterprise: Enterprise;
  record: CreditRecord;
  score: KeptScore;
  pastScore: PastScore;
  card: HashedCard;
  cardVersion: CardVersion;
  scheme: HashedScheme;
  schemeVersion: SchemeVersion;
  cardComparison: CardComparison;
  whitelist: Whitelist;
  currentWhitelist: CurrentWhitelist;
  listing: Listing;
  /** The version of a product that is in the market, or was last. */
  product: Product;
  productVersion: ProductVersion;
  need: Need;
  needEdition: NeedEdition;
  matching: KeptMatching;
  findability: Findability;
  reach: Reach;
  reachCount: ReachCount;
  batch: Batch;
  batchPart: BatchPart;
  refusals: Refusals;
  tally: Tally;
  supplier: Supplier;
  holdings: Holdings;
  case: Case;
  verification: Verification;
  notice: Notice;
  reading: Reading;
  auditEntry: AuditEntry;
  auditCheckpoint: AuditCheckpoint;
  identity: Identity;
  vaultKey: VaultKey;
  retentionReport: RetentionReport;
  consent: Consent;
  consentClock: ConsentClock;
  access: Access;
  outcome: LoanOutcome;
  decision: CreditDecision;
  approvals: Approvals;
  scoreCount: ScoreCount;
  activationSample: ActivationSample;
  scoreMonitoring: ScoreMonitoring;
};
export type Kind = keyof Kept;

export type IdOf = IdOfEvents & {
  enterprise: UnifiedCode;
  record: RecordId;
  score: UnifiedCode;
  /** The firm, and when it was scored. */
  pastScore: `${UnifiedCode}/${string}`;
  /** SHA-256. */
  card: string;
  cardVersion: CardVersionId;
  /** SHA-256. */
  scheme: string;
  schemeVersion: SchemeVersionId;
  /** The challenger, and the day. */
  cardComparison: `${CardVersionId}/${BusinessDate}`;
  whitelist: WhitelistId;
  currentWhitelist: 'current';
  listing: `${WhitelistId}/${UnifiedCode}`;
  product: ProductId;
  productVersion: ProductVersionId;
  need: NeedId;
  /** The need, and the number of the edition. */
  needEdition: `${NeedId}/${number}`;
  matching: NeedId;
  findability: UnifiedCode;
  reach: ProductId;
  reachCount: 'city';
  batch: BatchId;
  batchPart: `${BatchId}/${number}`;
  /** Batch, line, part. */
  refusals: `${BatchId}/${number}/${number}`;
  tally: BatchId;
  supplier: SupplierId;
  holdings: 'city';
  case: CaseId;
  verification: VerificationId;
  notice: NoticeId;
  /** The firm, then the reader's kind and organisation. */
  reading: `${UnifiedCode}/${string}/${string}`;
  /** Stream, number. */
  auditEntry: `${AuditStream}/${number}`;
  auditCheckpoint: BusinessDate;
  /** The firm, then the person. */
  identity: `${UnifiedCode}/${string}`;
  vaultKey: 'hash';
  retentionReport: BusinessDate;
  consent: ConsentId;
  consentClock: ConsentId;
  access: `${UnifiedCode}/${Instant}/${AccessId}`;
  outcome: OutcomeId;
  decision: CreditDecisionId;
  approvals: 'city';
  scoreCount: IsoWeek;
  /** The hash of its card. */
  activationSample: string;
  scoreMonitoring: IsoWeek;
};

/** What can be listed, in the order of `by`: the only queries there are. */
export type Collections = EventCollections & {
  /** By code. */
  enterprises: { kind: 'enterprise'; of: 'all' };
  /** By record id. */
  recordsOfEnterprise: { kind: 'record'; of: UnifiedCode };
  /** Newest first. */
  pastScoresOf: { kind: 'pastScore'; of: UnifiedCode };
  /** By id. */
  cardVersions: { kind: 'cardVersion'; of: 'all' };
  /** By id. */
  schemeVersions: { kind: 'schemeVersion'; of: 'all' };
  /** Newest first. */
  cardComparisons: { kind: 'cardComparison'; of: 'all' };
  /** Of a challenger, newest first. */
  comparisonsOfCard: { kind: 'cardComparison'; of: CardVersionId };
  /** Listed and suspended, by product id. */
  products: { kind: 'product'; of: 'all' };
  /** Newest first. */
  versionsOfProduct: { kind: 'productVersion'; of: ProductId };
  /** What is not listed yet, by product id. */
  productDrafts: { kind: 'productVersion'; of: 'all' };
  productDraftsOf: { kind: 'productVersion'; of: BankId };
  /** By id. */
  needs: { kind: 'need'; of: 'all' };
  /** Newest first. */
  needsOfEnterprise: { kind: 'need'; of: UnifiedCode };
  /** By number. */
  editionsOfNeed: { kind: 'needEdition'; of: NeedId };
  /** By code, those that allow it alone. */
  findable: { kind: 'findability'; of: 'all' };
  /** Newest first. */
  whitelists: { kind: 'whitelist'; of: 'all' };
  /** By code. */
  listings: { kind: 'listing'; of: WhitelistId };
  /** By code, those taken in alone. */
  listedIn: { kind: 'listing'; of: WhitelistId };
  /** Newest first. */
  batches: { kind: 'batch'; of: 'all' };
  /** Newest first. */
  batchesOfSupplier: { kind: 'batch'; of: SupplierId };
  /** By part. */
  partsOfBatch: { kind: 'batchPart'; of: BatchId };
  /** By line. */
  refusalsOfBatch: { kind: 'refusals'; of: BatchId };
  /** Of the batches delivered in a month `YYYY-MM`, by day and batch. */
  talliesOf: { kind: 'tally'; of: string };
  /** By id. */
  suppliers: { kind: 'supplier'; of: 'all' };
  /** Newest first. */
  casesOfEnterprise: { kind: 'case'; of: UnifiedCode };
  /** Those that wait for the office, by the day until which it has to act. */
  casesOpen: { kind: 'case'; of: 'all' };
  /** Of a recipient `kind/id`, newest first. */
  noticesTo: { kind: 'notice'; of: string };
  /** By reader. */
  readersOf: { kind: 'reading'; of: UnifiedCode };
  /** Of a stream, by number. */
  auditOf: { kind: 'auditEntry'; of: AuditStream };
  /** Of a stream, newest first. */
  auditHead: { kind: 'auditEntry'; of: AuditStream };
  /** Of a shard of a day `YYYY-MM-DD/0`, by stream and number. */
  auditOn: { kind: 'auditEntry'; of: string };
  /** The first entry of every stream, by time. */
  auditStreams: { kind: 'auditEntry'; of: 'all' };
  /** By day. */
  auditCheckpoints: { kind: 'auditCheckpoint'; of: 'all' };
  /** The same by their index, where an altered primary key hides nothing. */
  auditCheckpointIndex: { kind: 'auditCheckpoint'; of: 'all' };
  /** Newest first. */
  auditCheckpointHead: { kind: 'auditCheckpoint'; of: 'all' };
  /** By person. */
  identitiesOfEnterprise: { kind: 'identity'; of: UnifiedCode };
  /** Of the keyed hash of an ID number, by firm and person. */
  identitiesOfNumber: { kind: 'identity'; of: string };
  /** Newest first. */
  retentionReports: { kind: 'retentionReport'; of: 'all' };
  /** What a retention rule counts from a month on, by day. */
  dueRefusals: { kind: 'refusals'; of: DueMonth };
  dueNotices: { kind: 'notice'; of: DueMonth };
  dueReadings: { kind: 'reading'; of: DueMonth };
  dueIdentities: { kind: 'identity'; of: DueMonth };
  dueReports: { kind: 'retentionReport'; of: DueMonth };
  dueScoreCounts: { kind: 'scoreCount'; of: DueMonth };
  /** Newest first. */
  consentsOfEnterprise: { kind: 'consent'; of: UnifiedCode };
  /** Of a recipient `kind/id`, newest first. */
  consentsTo: { kind: 'consent'; of: string };
  /** Those that end by themselves, by their last day. */
  consentsDue: { kind: 'consentClock'; of: 'all' };
  /** The ledger of a firm, newest first. */
  accessesOfEnterprise: { kind: 'access'; of: UnifiedCode };
  /** Of a reader `kind/id`, newest first. */
  accessesOfReader: { kind: 'access'; of: string };
  /** Of a day in Asia/Shanghai, newest first. */
  accessesOn: { kind: 'access'; of: BusinessDate };
  /** By id. */
  outcomes: { kind: 'outcome'; of: 'all' };
  /** By id. */
  outcomesOfEnterprise: { kind: 'outcome'; of: UnifiedCode };
  /** Newest first. */
  scoreMonitorings: { kind: 'scoreMonitoring'; of: 'all' };
};
export type Collection = keyof Collections;
export type ItemIn<C extends Collection> = Kept[Collections[C]['kind']];
