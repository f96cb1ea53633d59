import { isWorkingDay, type WorkingCalendar } from '../calendar.ts';
import type { Cycle } from '../credit/catalogue.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import { addDays, addMonths, type BusinessDate, daysSinceEpoch } from '../time.ts';

/** A stretch of days in which a supplier has to deliver once; both days belong to it. */
export type Slot = { readonly from: BusinessDate; readonly to: BusinessDate };

type Days = { readonly from: BusinessDate; readonly to: BusinessDate };

const MONTHS = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 } as const;

/**
 * The slots of a cycle that end within the days, first to last. A daily slot ends with a working day and holds
 * the free days before it; a week runs from Monday to Sunday; longer ones are those of the calendar year. Of
 * `event` there are none: nobody knows on which days something should have happened.
 * Refuses: calendar_year_unknown (daily alone).
 */
export function slotsOf(
  cycle: Cycle,
  days: Days,
  calendar: WorkingCalendar,
): Outcome<readonly Slot[]> {
  switch (cycle) {
    case 'event':
      return accept([]);
    case 'daily':
      return workingSlots(days, calendar);
    case 'weekly':
      return accept(weeks(days));
    default:
      return accept(slotsOfMonths(MONTHS[cycle], days));
  }
}

function workingSlots({ from, to }: Days, calendar: WorkingCalendar): Outcome<readonly Slot[]> {
  const slots: Slot[] = [];
  let start = from;
  // Free days just before the first day belong to its slot.
  for (let day = addDays(from, -1); ; day = addDays(day, -1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return yearUnknown(working.year);
    if (working.value) break;
    start = day;
  }
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return yearUnknown(working.year);
    if (!working.value) continue;
    slots.push({ from: start, to: day });
    start = addDays(day, 1);
  }
  return accept(slots);
}

/** A refusal of the calendar, as commands answer it. */
export const yearUnknown = (year: number) =>
  refuse('calendar_year_unknown', { actual: String(year) });

function weeks({ from, to }: Days): Slot[] {
  const slots: Slot[] = [];
  // 1970-01-04, the third day after the epoch, was a Sunday.
  const untilSunday = (((3 - daysSinceEpoch(from)) % 7) + 7) % 7;
  for (let sunday = addDays(from, untilSunday); sunday <= to; sunday = addDays(sunday, 7))
    slots.push({ from: addDays(sunday, -6), to: sunday });
  return slots;
}

function slotsOfMonths(count: number, { from, to }: Days): Slot[] {
  const slots: Slot[] = [];
  const month = Number(from.slice(5, 7)) - 1;
  const firstOfMonth = addDays(from, 1 - Number(from.slice(8)));
  let start = addMonths(firstOfMonth, -(month % count));
  for (;;) {
    const next = addMonths(start, count);
    const end = addDays(next, -1);
    if (end > to) return slots;
    if (end >= from) slots.push({ from: start, to: end });
    start = next;
  }
}
