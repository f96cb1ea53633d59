import type { CatalogueId } from '../credit/catalogue.ts';
import type { Content, CreditRecord } from '../credit/record.ts';
import type { RecordId } from '../ids.ts';
import { type BusinessDate, monthOf } from '../time.ts';
import { evidenceOf, type Reading, textIn } from './reading.ts';

/** Offices deliver up to a quarter late: the year looked at ends with the last month delivered. */
export const MONTHS_LATE = 3;
/** The year before is covered when lines begin no later than this many months back. */
const TWO_YEARS_COVERED = 22;

/** Sums of the year that ends with the last month delivered, and of the year before where that is covered. */
export type PackedYear = {
  readonly sum: number;
  readonly before: number | undefined;
  /** How many of its months have a line. */
  readonly months: number;
  readonly evidence: readonly RecordId[];
};

/** Undefined where no month of the last quarter was delivered: the office may just be late. */
export function packedYear(
  { asOf, of }: Reading,
  catalogue: CatalogueId,
  amountOf: (line: Content) => number | undefined,
): PackedYear | undefined {
  const records = of(catalogue);
  const today = monthIndex(monthOf(asOf)) ?? 0;
  const byMonth = new Map<number, number>();
  for (const { content } of records.flatMap((record) => record.lines ?? [])) {
    const month = monthIndex(textIn(content, 'month'));
    const amount = amountOf(content);
    if (month !== undefined && month <= today && amount !== undefined)
      byMonth.set(month, (byMonth.get(month) ?? 0) + amount);
  }
  const last = Math.max(...byMonth.keys());
  if (last < today - MONTHS_LATE) return undefined;
  const covered = Math.min(...byMonth.keys()) <= last - TWO_YEARS_COVERED;
  const of12 = [...byMonth].filter(([month]) => month > last - 12);
  const of12Before = [...byMonth].filter(([month]) => month <= last - 12 && month > last - 24);
  return {
    sum: sumOf(of12),
    before: covered ? sumOf(of12Before) : undefined,
    months: of12.length,
    evidence: newestFirst(records, asOf),
  };
}

const sumOf = (months: readonly (readonly [number, number])[]) =>
  months.reduce((all, [, amount]) => all + amount, 0);

/** Packed records by the newest of their months that has come. */
export function newestFirst(
  records: readonly CreditRecord[],
  asOf: BusinessDate,
): readonly RecordId[] {
  const today = monthIndex(monthOf(asOf)) ?? 0;
  return evidenceOf(records, (record) =>
    Math.max(
      0,
      ...(record.lines ?? [])
        .map(({ content }) => monthIndex(textIn(content, 'month')) ?? 0)
        .filter((month) => month <= today),
    ),
  );
}

/** Months since year 0 of `YYYY-MM`. */
export function monthIndex(text: string | undefined): number | undefined {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(text ?? '') ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month) - 1;
}
