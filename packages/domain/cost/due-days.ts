import { onOrAfterWorkingDay, type WorkingCalendar } from '../calendar.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import { addMonths, type BusinessDate, type Months } from '../time.ts';

/**
 * The day of disbursement and those on which each month after it ends (民法典 §202). With a calendar a day that is
 * no working day moves to the next one (§203), and interest counts to it. Refuses: calendar_year_unknown.
 */
export function dueDays({
  drawnOn,
  term,
  calendar,
}: {
  readonly drawnOn: BusinessDate;
  readonly term: Months;
  readonly calendar?: WorkingCalendar;
}): Outcome<readonly BusinessDate[]> {
  const days: BusinessDate[] = [drawnOn];
  for (let month = 1; month <= term; month += 1) {
    const day = addMonths(drawnOn, month);
    if (calendar === undefined) {
      days.push(day);
      continue;
    }
    const moved = onOrAfterWorkingDay(calendar, day);
    if (!moved.ok) return refuse(moved.code, { field: 'drawnOn', actual: String(moved.year) });
    days.push(moved.value);
  }
  return accept(days);
}
