import type { BatchId, CaseId, RecordId, SupplierId, UnifiedCode } from '../ids.ts';
import type { BusinessDate, Instant } from '../time.ts';
import type { CatalogueId } from './catalogue.ts';

/** 失信严重程度 (domain.md C8); `none` where the record speaks of no fault. */
export type Severity = 'none' | 'minor' | 'general' | 'serious';

/** Money in fen, dates as `YYYY-MM-DD`, codes of lists as in the catalogue; absent fields are left out. */
export type FieldValue = string | number | boolean;
export type Content = Readonly<Record<string, FieldValue>>;

/** Where a row came from and what was said of it: a repeat of the same row gets the same answer. */
export type Provenance = {
  readonly batch: BatchId;
  readonly row: number;
  readonly verdict: 'accepted' | 'warned' | 'corrected' | 'unlinked';
};

/** One row of a packed record: its de-duplication key, its content, its provenance (oldest first). */
export type Line = {
  readonly key: string;
  readonly content: Content;
  readonly provenance: readonly Provenance[];
};

/**
 * A credit record: one row of a catalogue about one firm, or, where the catalogue is packed, the rows of
 * one period as `lines` (then `content` holds the period alone). Money inside is in fen.
 */
export type CreditRecord = {
  readonly id: RecordId;
  readonly catalogue: CatalogueId;
  readonly catalogueVersion: number;
  readonly subject: UnifiedCode;
  readonly supplier: SupplierId;
  /** The decision, listing or period-end day: the day from which the record counts. */
  readonly occurredOn: BusinessDate;
  readonly receivedAt: Instant;
  readonly severity: Severity;
  /** In force from, and to (inclusive) where it ends; scoring asks for it as of a day. */
  readonly validity: { readonly from: BusinessDate; readonly to?: BusinessDate };
  readonly content: Content;
  readonly lines?: readonly Line[];
  /** Of the record, oldest first; empty on packed records, whose lines carry their own. */
  readonly provenance: readonly Provenance[];
} & Standing;

/** What became of a record after it was delivered. A later delivery of the same row changes none of it. */
export type Standing = {
  /** The objection that is open against it: it is shown as disputed wherever it shows. */
  readonly disputedBy?: CaseId;
  /** It has left display, sharing and scoring for good, and is kept for the audit alone. */
  readonly withdrawn?: Withdrawal;
  /** Only on records of catalogues that are verified first. */
  readonly verification?: VerificationState;
  /** The day on which it, or an earlier wording of it, was found false. */
  readonly foundFalseOn?: BusinessDate;
};

export type Withdrawal = {
  readonly on: BusinessDate;
  readonly by: CaseId;
  readonly why: 'repaired' | 'objection_upheld';
};

/** 核实状态 of self-declared data: nobody has looked · found true · found false. */
export const verificationStates = ['unverified', 'verified', 'false'] as const;
export type VerificationState = (typeof verificationStates)[number];

export const MAX_PROVENANCE = 20;

export const recordId = (catalogue: CatalogueId, subject: UnifiedCode, key: string): RecordId =>
  `${catalogue}/${subject}/${key}` as RecordId;

/** In force on a day: it has begun and has not ended. */
export const inForce = (record: Pick<CreditRecord, 'validity'>, asOf: BusinessDate): boolean =>
  record.validity.from <= asOf && (record.validity.to === undefined || asOf <= record.validity.to);
