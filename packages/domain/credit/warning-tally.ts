import type { RefusalCode } from '../refusal.ts';

/** How often a warning was given: rows that were kept although something in them is odd. */
export type WarningTally = {
  readonly code: RefusalCode;
  readonly field?: string;
  readonly rows: number;
  /** The line of the first such row: where to look. */
  readonly firstLine: number;
};

/** Adds tallies up, one per code and field, the most frequent first. */
export function addWarnings(parts: readonly (readonly WarningTally[])[]): readonly WarningTally[] {
  const sums = new Map<string, WarningTally>();
  for (const tally of parts.flat()) {
    const key = `${tally.code} ${tally.field ?? ''}`;
    const sum = sums.get(key);
    sums.set(
      key,
      sum
        ? {
            ...sum,
            rows: sum.rows + tally.rows,
            firstLine: Math.min(sum.firstLine, tally.firstLine),
          }
        : tally,
    );
  }
  return [...sums]
    .sort(([a, left], [b, right]) => right.rows - left.rows || (a < b ? -1 : 1))
    .map(([, tally]) => tally);
}
