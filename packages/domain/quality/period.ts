import { accept, type Outcome, refuse } from '../refusal.ts';
import { addDays, addMonths, type BusinessDate, monthOf, parseDate } from '../time.ts';

/** A month, a quarter or a year of deliveries; both days belong to it. */
export type QualityPeriod = {
  readonly name: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
};

const EXPECTED = '2023-07, 2023-Q3 or 2023';

/** Reads `2023-07`, `2023-Q3` or `2023`. Refuses: period_wrong. */
export function parsePeriod(text: string): Outcome<QualityPeriod> {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d\d))?$/.exec(text) ?? [];
  const first = quarter === undefined ? (month ?? '01') : twoDigits(Number(quarter) * 3 - 2);
  const from = parseDate(`${year}-${first}-01`);
  if (from === undefined)
    return refuse('period_wrong', { field: 'period', expected: EXPECTED, actual: text });
  const months = quarter !== undefined ? 3 : month !== undefined ? 1 : 12;
  return accept({ name: text, from, to: addDays(addMonths(from, months), -1) });
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The months `YYYY-MM` that two days and the days between them touch. */
export function monthsOf({
  from,
  to,
}: {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}): readonly string[] {
  const months: string[] = [];
  const first = addDays(from, 1 - Number(from.slice(8)));
  for (let month = first; month <= to; month = addMonths(month, 1)) months.push(monthOf(month));
  return months;
}
