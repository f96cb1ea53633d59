import { addCounts, type Counts, NO_ROWS, type Verdict } from '../credit/batch.ts';
import type { CatalogueId } from '../credit/catalogue.ts';
import { lastDayOf } from '../credit/period.ts';
import type { BatchId, SupplierId } from '../ids.ts';
import { addDays, type BusinessDate, monthOf } from '../time.ts';

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

/**
 * The day under which a row is tallied. Rows of a packed catalogue are judged by their month: they are told by
 * its last day, so that a year of invoices weighs no more than a year of months.
 */
export function tallyDay(
  occurredOn: BusinessDate | undefined,
  { deliveredOn, packed }: { readonly deliveredOn: BusinessDate; readonly packed: boolean },
): string {
  if (occurredOn === undefined) return UNKNOWN;
  if (occurredOn < addDays(deliveredOn, -TALLIED_DAYS)) return EARLIER;
  return packed ? (lastDayOf(monthOf(occurredOn)) ?? UNKNOWN) : occurredOn;
}

/** Counts verdicts one by one into cells. */
export function startTally() {
  const sums = new Map<string, Map<string, Record<Verdict | 'delivered', number>>>();
  const inside = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
    const found = map.get(key) ?? make();
    map.set(key, found);
    return found;
  };
  return {
    count: (verdict: Verdict, district: string, day: string): void => {
      const days = inside(sums, district, () => new Map());
      const counts = inside(days, day, () => ({ ...NO_ROWS }));
      counts.delivered += 1;
      counts[verdict] += 1;
    },
    cells: (): readonly TallyCell[] =>
      [...sums].flatMap(([district, days]) =>
        [...days].map(([day, counts]) => ({ district, day, counts })),
      ),
  };
}

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
