import { isWorkingDay, type WorkingCalendar } from '../calendar.ts';
import { accept, type Outcome } from '../refusal.ts';
import { addDays, type BusinessDate, date, daysBetween } from '../time.ts';
import type { QualityDefinition } from './definition.ts';
import { yearUnknown } from './slots.ts';
import { EARLIER, UNKNOWN } from './tally.ts';

/** How late a row came, in calendar days after the last timely one; `no_day`: its day could not be read. */
export const lateness = ['late_1_7', 'late_8_30', 'late_31_', 'no_day'] as const;
export type Lateness = (typeof lateness)[number];

/**
 * The earliest day of an act that is delivered in time on `deliveredOn`: 提供日 − 决定日 ≤ N, where the difference
 * counts every day, or the working days after the act up to and with the delivery.
 * Refuses: calendar_year_unknown.
 */
export function earliestTimely(
  { days, kind }: NonNullable<QualityDefinition['timely']>,
  deliveredOn: BusinessDate,
  calendar: WorkingCalendar,
): Outcome<BusinessDate> {
  if (kind === 'calendar') return accept(addDays(deliveredOn, -days));
  let counted = 0;
  for (let day = deliveredOn; ; day = addDays(day, -1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return yearUnknown(working.year);
    if (working.value) counted += 1;
    if (counted > days) return accept(day);
  }
}

/**
 * How late rows of a tallied day came; undefined = in time. A day after the delivery (a month counts by its last
 * day) is in time.
 */
export function latenessOf(day: string, earliest: BusinessDate): Lateness | undefined {
  if (day === UNKNOWN) return 'no_day';
  if (day === EARLIER) return 'late_31_';
  if (day >= earliest) return undefined;
  const late = daysBetween(date(day), earliest);
  if (late <= 7) return 'late_1_7';
  return late <= 30 ? 'late_8_30' : 'late_31_';
}
