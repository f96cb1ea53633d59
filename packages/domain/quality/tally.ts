import { addCounts, type Counts } from '../credit/batch.ts';
import type { CatalogueId } from '../credit/catalogue.ts';
import type { BatchId, SupplierId } from '../ids.ts';
import { addDays, type BusinessDate } from '../time.ts';

/** The district of a row about which nobody knows one, and the day of a row that has none that can be read. */
export const UNKNOWN = 'unknown';
/** A day further back than TALLIED_DAYS: late by every definition there is. */
export const EARLIER = 'earlier';
export const TALLIED_DAYS = 400;

/** Rows of one district that speak of one day, by verdict. */
export type TallyCell = {
  /** Division code of the firm, or UNKNOWN. */
  readonly district: string;
  /** The day of the act, UNKNOWN, or EARLIER. */
  readonly day: string;
  readonly counts: Counts;
};

/**
 * What a batch weighs in the supplier's figures: from tallies alone the quality of any past period can be
 * reckoned again, by any definition, long after the files are gone.
 */
export type Tally = {
  readonly batch: BatchId;
  readonly supplier: SupplierId;
  readonly catalogue: CatalogueId;
  /** 提供日. */
  readonly deliveredOn: BusinessDate;
  /** By district, then by day. */
  readonly cells: readonly TallyCell[];
};

/** The day under which a row is tallied. */
export const tallyDay = (
  occurredOn: BusinessDate | undefined,
  deliveredOn: BusinessDate,
): string =>
  occurredOn === undefined
    ? UNKNOWN
    : occurredOn < addDays(deliveredOn, -TALLIED_DAYS)
      ? EARLIER
      : occurredOn;

/** Adds cells up, one per district and day, in order. */
export function addCells(parts: readonly (readonly TallyCell[])[]): readonly TallyCell[] {
  const sums = new Map<string, TallyCell>();
  for (const cell of parts.flat()) {
    const key = `${cell.district} ${cell.day}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, counts: addCounts(sum.counts, cell.counts) } : cell);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
