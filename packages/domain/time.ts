import { assert } from './assert.ts';
import type { Brand } from './brand.ts';

/** UTC with milliseconds, `2026-03-01T08:00:00.000Z`: sorts as text. */
export type Instant = Brand<string, 'Instant'>;
/** A calendar day in Asia/Shanghai, `2026-03-01`: sorts as text. */
export type BusinessDate = Brand<string, 'BusinessDate'>;
export type Months = Brand<number, 'Months'>;

const DAY = 86_400_000;
const SHANGHAI_AHEAD = 8 * 3_600_000; // No summer time since 1991.

export const months = (count: number): Months => {
  assert(Number.isSafeInteger(count) && count >= 0, 'a term is a whole number of months');
  return count as Months;
};

export const parseInstant = (text: string): Instant | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
    ? (text as Instant)
    : undefined;

/** The day on Chinese walls at an instant. */
export const dateOf = (instant: Instant): BusinessDate =>
  new Date(Date.parse(instant) + SHANGHAI_AHEAD).toISOString().slice(0, 10) as BusinessDate;

/** Reads `YYYY-MM-DD` of a day that exists (no 30 February), years 1900 to 2100. */
export function parseDate(text: string): BusinessDate | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const lawful =
    year >= 1900 &&
    year <= 2100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month);
  return lawful ? (text as BusinessDate) : undefined;
}

export const date = (text: string): BusinessDate => {
  const parsed = parseDate(text);
  assert(parsed !== undefined, `${text} is a day`);
  return parsed;
};

export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

export const addDays = (day: BusinessDate, count: number): BusinessDate =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10) as BusinessDate;

export const daysBetween = (from: BusinessDate, to: BusinessDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** A number that grows with the day, for weighing days against each other. */
export const daysSinceEpoch = (day: BusinessDate): number => Math.round(Date.parse(day) / DAY);

/** The corresponding day, else the month's last one (民法典 §202). */
export function addMonths(day: BusinessDate, count: number): BusinessDate {
  const [year, month, dayOfMonth] = partsOf(day);
  const index = year * 12 + (month - 1) + count;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return format(toYear, toMonth, Math.min(dayOfMonth, daysIn(toYear, toMonth)));
}

/** Whole months passed; negative when `to` comes first. */
export function monthsBetween(from: BusinessDate, to: BusinessDate): number {
  if (to < from) return -monthsBetween(to, from);
  const [fromYear, fromMonth] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return addMonths(from, months) <= to ? months : months - 1;
}

/** `2026-03` of a day. */
export const monthOf = (day: BusinessDate): string => day.slice(0, 7);

const partsOf = (day: BusinessDate) => day.split('-').map(Number) as [number, number, number];

const format = (year: number, month: number, day: number) =>
  [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-') as BusinessDate;
