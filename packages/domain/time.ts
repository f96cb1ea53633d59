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

/** The first instant after a day on Chinese walls. */
export const endOf = (day: BusinessDate): Instant => `${day}T16:00:00.000Z` as Instant;

/** Reads `YYYY-MM-DD` of a day that exists (no 30 February), years 1900 to 2100. */
export function parseDate(text: string): BusinessDate | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  const lawful =
    year >= 1900 &&
    year <= 2100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month);
  return lawful ? (text as BusinessDate) : undefined;
}

/** The digits between two places; NaN where one is none. By code, since millions of days are read. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

export const date = (text: string): BusinessDate => {
  const parsed = parseDate(text);
  assert(parsed !== undefined, `${text} is a day`);
  return parsed;
};

export const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS_IN[month - 1] ?? Number.NaN);

const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const addDays = (day: BusinessDate, count: number): BusinessDate =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10) as BusinessDate;

/** So many times 24 hours later, or earlier. */
export const shiftDays = (instant: Instant, count: number): Instant =>
  new Date(Date.parse(instant) + count * DAY).toISOString() as Instant;

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
