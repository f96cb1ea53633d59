import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { WorkingCalendar } from '#domain/calendar';
import type { BusinessDate } from '#domain/time';

/** Left out by chinese-days 1.5.7, which lacks the end of 2018: 国办发明电〔2018〕15号. */
const LEFT_OUT = { holiday: '2018-12-31', makeUpDay: '2018-12-29' } as const;

const holidays: ReadonlySet<string> = new Set([...Object.keys(days.holidays), LEFT_OUT.holiday]);
const makeUpDays: ReadonlySet<string> = new Set([
  ...Object.keys(days.workdays),
  LEFT_OUT.makeUpDay,
]);
const years = [...holidays].map((day) => Number(day.slice(0, 4)));

const isWeekend = (day: BusinessDate) => [0, 6].includes(new Date(day).getUTCDay());

/**
 * The State Council's yearly notices as chinese-days keeps them. Its functions answer for any year, by
 * weekends alone; so the years that it has holidays for are the years known, and the domain refuses others.
 */
export const workingCalendar: WorkingCalendar = {
  firstYear: Math.min(...years),
  lastYear: Math.max(...years),
  isWorkingDay: (day) => makeUpDays.has(day) || !(holidays.has(day) || isWeekend(day)),
};
