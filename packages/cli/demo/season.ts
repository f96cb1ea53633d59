import { addDays, type BusinessDate, date, daysBetween, monthOf } from '#domain/time';
import type { Trade } from './trade.ts';

/** First days of the lunar year; beyond them the dip is put into February. */
const springFestivals: Readonly<Record<string, string>> = {
  '2022': '2022-02-01',
  '2023': '2023-01-22',
  '2024': '2024-02-10',
  '2025': '2025-01-29',
  '2026': '2026-02-17',
  '2027': '2027-02-06',
  '2028': '2028-01-26',
};

/** January to December: works and offices peak before the year ends, shops in November, projects at halves. */
const years: Readonly<Record<Trade['season'], readonly number[]>> = {
  factory: [0.98, 0.9, 1.02, 0.99, 1, 1.03, 0.95, 0.95, 1.05, 0.97, 1.06, 1.2],
  shop: [1.1, 0.92, 0.92, 0.93, 0.98, 1.06, 0.94, 0.94, 1, 1.03, 1.22, 1.08],
  project: [0.8, 0.75, 0.9, 0.95, 0.98, 1.2, 0.9, 0.92, 1.05, 0.95, 1.1, 1.55],
  even: [1, 0.92, 1, 1, 1, 1.02, 0.99, 0.99, 1.02, 1, 1.03, 1.08],
};

/** Spring Festival closes works for a fortnight; shops sell before it. */
const festival: Readonly<Record<Trade['season'], number>> = {
  factory: 0.58,
  shop: 0.88,
  project: 0.55,
  even: 0.72,
};

/** How busy a month is, 1 = an average one. */
export function seasonOf(season: Trade['season'], month: string): number {
  const newYear = springFestivals[month.slice(0, 4)] ?? `${month.slice(0, 4)}-02-10`;
  const place = Number(month.slice(5)) - 1;
  const usual = years[season][place] ?? 1;
  return monthOf(date(newYear)) === month ? usual * festival[season] : usual;
}

/** The month's days up to `asOf`, the last month being cut short. */
export function daysUntil(month: string, asOf: BusinessDate): number {
  const first = date(`${month}-01`);
  const next = date(`${addDays(first, 31).slice(0, 7)}-01`);
  return Math.min(daysBetween(first, next), daysBetween(first, asOf) + 1);
}
