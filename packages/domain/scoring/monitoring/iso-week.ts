import type { Brand } from '../../brand.ts';
import { addDays, type BusinessDate, date, daysBetween, daysSinceEpoch } from '../../time.ts';

/** A week of ISO 8601, `2026-W10`: begins on Monday, and is of the year of its Thursday. Sorts as text. */
export type IsoWeek = Brand<string, 'IsoWeek'>;

export const parseIsoWeek = (text: string): IsoWeek | undefined =>
  /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(text) ? (text as IsoWeek) : undefined;

/** 1 January 1970 was a Thursday. */
const daysSinceMonday = (day: BusinessDate): number => (((daysSinceEpoch(day) + 3) % 7) + 7) % 7;

export function isoWeekOf(day: BusinessDate): IsoWeek {
  const thursday = addDays(day, 3 - daysSinceMonday(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(date(`${year}-01-01`), thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}` as IsoWeek;
}
