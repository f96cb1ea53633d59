import type { BatchId, SupplierId } from '../ids.ts';
import type { TallyCell } from '../quality/tally.ts';
import type { Refusal } from '../refusal.ts';
import type { BusinessDate, Instant } from '../time.ts';
import type { CatalogueId } from './catalogue.ts';
import type { WarningTally } from './warning-tally.ts';

/** Every row delivered ends in exactly one of the six. */
export const verdicts = [
  'accepted',
  'warned',
  'corrected',
  'duplicate',
  'unlinked',
  'refused',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Rows by verdict; the six always add up to `delivered`. */
export type Counts = Readonly<Record<'delivered' | Verdict, number>>;

export const NO_ROWS: Counts = {
  delivered: 0,
  accepted: 0,
  warned: 0,
  corrected: 0,
  duplicate: 0,
  unlinked: 0,
  refused: 0,
};

export const addCounts = (left: Counts, right: Counts): Counts => ({
  delivered: left.delivered + right.delivered,
  accepted: left.accepted + right.accepted,
  warned: left.warned + right.warned,
  corrected: left.corrected + right.corrected,
  duplicate: left.duplicate + right.duplicate,
  unlinked: left.unlinked + right.unlinked,
  refused: left.refused + right.refused,
});

/**
 * A refused row: the line in the file where it begins (1 = header), every fault found in it, and what stood in
 * it (by the supplier's own columns, long cells cut), so that it can be sent back to be mended.
 */
export type RefusedRow = {
  readonly line: number;
  readonly refusals: readonly Refusal[];
  readonly cells: Readonly<Record<string, string>>;
  /** The text itself where it could not be divided into cells. */
  readonly raw?: string;
};

/** How a supplier's file is read: its columns → the catalogue's fields, constants, unit of money. */
export type Mapping = {
  readonly columns?: Readonly<Record<string, string>>;
  readonly constants?: Readonly<Record<string, string>>;
  readonly moneyUnit?: 'yuan' | 'wan_yuan';
  /** Field → spelling in the file → the catalogue's value, for choices the catalogue does not know. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Columns that are left aside on purpose; every other unknown column is refused. */
  readonly ignore?: readonly string[];
  /**
   * For anonymised files alone: the code field holds a local number, from which a stand-in code is made that
   * no real firm can have (registrar 000000).
   */
  readonly standInCodes?: boolean;
};

/** A batch of records: one file or one list of rows that a supplier delivers for one catalogue. */
export type Batch = {
  readonly id: BatchId;
  readonly catalogue: CatalogueId;
  readonly supplier: SupplierId;
  readonly mapping?: Mapping;
  readonly openedAt: Instant;
  /** 提供日: the business day of the delivery, by which dates are judged and timeliness is reckoned. */
  readonly deliveredOn: BusinessDate;
  readonly status: 'awaiting_file' | 'ingesting' | 'completed' | 'refused';
  /** Of rows inside a request: SHA-256, so that other content under the same id is told apart. */
  readonly contentHash?: string;
  /** How many ways the rows are dealt out by subject; set once the file is there. */
  readonly parts?: number;
  /** Up to now while `ingesting`. */
  readonly counts: Counts;
  /** Why rows were kept with a warning; the most frequent first. */
  readonly warnings: readonly WarningTally[];
  readonly completedAt?: Instant;
  /** Why the whole file was refused; rows decided before stay decided. */
  readonly refusal?: Refusal;
};

/** Parts of one batch at most. */
export const MAX_PARTS = 16;

/**
 * The rows of a batch whose subjects fall to one part, decided in the order of the file. Parts run at the same
 * time: a firm's rows are all in one of them, so none of them waits for another.
 */
export type BatchPart = {
  readonly batch: BatchId;
  /** 0 to `parts` - 1. */
  readonly part: number;
  /** Rows of the file, those of other parts too, up to which its own are decided: where it goes on. */
  readonly rowsPassed: number;
  /** SHA-256 over its own rows up to there, so that another file in the place of the first is told apart. */
  readonly contentHash: string;
  readonly counts: Counts;
  readonly warnings: readonly WarningTally[];
  readonly cells: readonly TallyCell[];
  readonly finished: boolean;
  readonly refusal?: Refusal;
};
