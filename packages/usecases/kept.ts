import type { Case } from '#domain/case/case';
import type { Batch, BatchPart, RefusedRow } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import type { CreditRecord } from '#domain/credit/record';
import type { Verification } from '#domain/credit/verification';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type {
  BatchId,
  CardVersionId,
  CaseId,
  NeedId,
  NoticeId,
  ProductId,
  RecordId,
  SupplierId,
  UnifiedCode,
  VerificationId,
  WhitelistId,
} from '#domain/ids';
import type { KeptMatching } from '#domain/matching/matching';
import type { Need } from '#domain/need/need';
import type { Notice } from '#domain/notice/notice';
import type { Reading } from '#domain/notice/reading';
import type { Product } from '#domain/product/product';
import type { Tally } from '#domain/quality/tally';
import type { CardVersion } from '#domain/scoring/registry/card-version';
import type { PastScore } from '#domain/scoring/registry/past-score';
import type { KeptScore } from '#domain/scoring/score';
import type { Scorecard } from '#domain/scoring/scorecard';
import type { Supplier } from '#domain/supplier/supplier';
import type { Listing, Whitelist } from '#domain/whitelist/whitelist';

/** Refused rows of one stretch of a batch, kept so that they can be mended and sent again. */
export type Refusals = {
  readonly batch: BatchId;
  readonly part: number;
  /** The line of the first of them: one id per item, however often its stretch is repeated. */
  readonly fromLine: number;
  readonly rows: readonly RefusedRow[];
};

/** The whitelist in effect: the last one that was published. */
export type CurrentWhitelist = { readonly whitelist: WhitelistId };

/**
 * The catalogues that the city collects: a registered firm that does not appear in one of them has no such
 * record. Of any other catalogue, silence says nothing.
 */
export type Holdings = { readonly catalogues: readonly CatalogueId[] };

/** A card under its hash, for ever. */
export type HashedCard = { readonly hash: string; readonly card: Scorecard };

/** Everything that is kept, by kind. Each value is one whole aggregate, written under its version. */
export type Kept = {
  enterprise: Enterprise;
  record: CreditRecord;
  score: KeptScore;
  pastScore: PastScore;
  card: HashedCard;
  cardVersion: CardVersion;
  whitelist: Whitelist;
  currentWhitelist: CurrentWhitelist;
  listing: Listing;
  product: Product;
  need: Need;
  matching: KeptMatching;
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
};
export type Kind = keyof Kept;

export type IdOf = {
  enterprise: UnifiedCode;
  record: RecordId;
  score: UnifiedCode;
  /** The firm, and when it was scored. */
  pastScore: `${UnifiedCode}/${string}`;
  /** SHA-256. */
  card: string;
  cardVersion: CardVersionId;
  whitelist: WhitelistId;
  currentWhitelist: 'current';
  listing: `${WhitelistId}/${UnifiedCode}`;
  product: ProductId;
  need: NeedId;
  matching: NeedId;
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
};

/** What can be listed, in the order of `by`: the only queries there are. */
export type Collections = {
  /** By code. */
  enterprises: { kind: 'enterprise'; of: 'all' };
  /** By record id. */
  recordsOfEnterprise: { kind: 'record'; of: UnifiedCode };
  /** Newest first. */
  pastScoresOf: { kind: 'pastScore'; of: UnifiedCode };
  /** By id. */
  cardVersions: { kind: 'cardVersion'; of: 'all' };
  /** By product id. */
  products: { kind: 'product'; of: 'all' };
  /** By id. */
  needs: { kind: 'need'; of: 'all' };
  /** Newest first. */
  needsOfEnterprise: { kind: 'need'; of: UnifiedCode };
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
};
export type Collection = keyof Collections;
export type ItemIn<C extends Collection> = Kept[Collections[C]['kind']];
