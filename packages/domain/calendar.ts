import { addDays, type BusinessDate } from './time.ts';

/**
 * The working days of the mainland, make-up days (调休) included, as an adapter hands them over.
 * Only the years between `firstYear` and `lastYear` are known; beyond them nobody may guess.
 */
export type WorkingCalendar = {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly isWorkingDay: (day: BusinessDate) => boolean;
};

export type CalendarOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'calendar_year_unknown'; readonly year: number };

export const isWorkingDay = (
  calendar: WorkingCalendar,
  day: BusinessDate,
): CalendarOutcome<boolean> => {
  const year = Number(day.slice(0, 4));
  return year < calendar.firstYear || year > calendar.lastYear
    ? { ok: false, code: 'calendar_year_unknown', year }
    : { ok: true, value: calendar.isWorkingDay(day) };
};

/**
 * The day that is `count` working days after (or, negative, before) a day that itself never counts.
 * Refuses with `calendar_year_unknown` as soon as a day of an unknown year is touched.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  from: BusinessDate,
  count: number,
): CalendarOutcome<BusinessDate> {
  const step = count < 0 ? -1 : 1;
  let day = from;
  let left = Math.abs(count);
  while (left > 0) {
    day = addDays(day, step);
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) left -= 1;
  }
  return { ok: true, value: day };
}

/** The day itself if it is a working day, else the next one (民法典 §203). */
export function onOrAfterWorkingDay(
  calendar: WorkingCalendar,
  from: BusinessDate,
): CalendarOutcome<BusinessDate> {
  for (let day = from; ; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) return { ok: true, value: day };
  }
}

/** Working days in `(from, to]`; zero when `to` is not after `from`. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: BusinessDate,
  to: BusinessDate,
): CalendarOutcome<number> {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) count += 1;
  }
  return { ok: true, value: count };
}
