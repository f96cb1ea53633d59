import { addDays, addMonths, type BusinessDate, date, parseDate } from '../time.ts';
import type { Catalogue } from './catalogue.ts';

/** `2019-Q3` or `2019`: the period under which a day's rows are packed; undefined where they are not. */
export function periodOf(catalogue: Catalogue, day: BusinessDate): string | undefined {
  const year = day.slice(0, 4);
  if (catalogue.packedBy === 'year') return year;
  return catalogue.packedBy && `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** First and last day of a period made by `periodOf`. */
export function daysOf(period: string): { readonly from: BusinessDate; readonly to: BusinessDate } {
  const [year = '', quarter] = period.split('-Q');
  const month = quarter === undefined ? 1 : Number(quarter) * 3 - 2;
  const from = date(`${year}-${String(month).padStart(2, '0')}-01`);
  return { from, to: addDays(addMonths(from, quarter === undefined ? 12 : 3), -1) };
}

/** The last day of a month `2019-07`; undefined where the text is no month. */
export function lastDayOf(month: string): BusinessDate | undefined {
  const first = parseDate(`${month}-01`);
  return first && addDays(addMonths(first, 1), -1);
}
