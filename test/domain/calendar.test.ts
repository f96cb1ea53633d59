import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  isWorkingDay,
  onOrAfterWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '#domain/calendar';
import { addDays, date } from '#domain/time';

// A small calendar: weekends, the spring festival of 2026 and its make-up days.
const holidays = ['16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`);
const calendar: WorkingCalendar = {
  firstYear: 2025,
  lastYear: 2026,
  isWorkingDay: (day) =>
    ['2026-02-14', '2026-02-28'].includes(day) ||
    !(holidays.includes(day) || [0, 6].includes(new Date(day).getUTCDay())),
};

const aDay = fc.nat(400).map((days) => addDays(date('2025-06-01'), days));

describe('working days', () => {
  test.each([
    ['2026-02-13', 1, '2026-02-14'], // A Saturday worked to make up.
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-02-27', 1, '2026-02-28'],
    ['2026-02-15', 0, '2026-02-15'],
    ['2026-03-06', 10, '2026-03-20'],
  ])('%s and %s working days is %s', (from, count, to) => {
    expect(addWorkingDays(calendar, date(from), count)).toEqual({ ok: true, value: to });
  });

  test.each([
    ['2026-02-14', '2026-02-14'],
    ['2026-02-15', '2026-02-24'], // 民法典 §203.
    ['2026-03-01', '2026-03-02'],
  ])('a last day of %s is %s', (from, to) => {
    expect(onOrAfterWorkingDay(calendar, date(from))).toEqual({ ok: true, value: to });
  });

  test('days added are days between', () => {
    fc.assert(
      fc.property(aDay, fc.nat(60), (from, count) => {
        const to = addWorkingDays(calendar, from, count);
        if (!to.ok) return expect(to.code).toBe('calendar_year_unknown');
        expect(workingDaysBetween(calendar, from, to.value)).toEqual({ ok: true, value: count });
      }),
    );
  });

  test('going there from a working day and back ends where it began', () => {
    fc.assert(
      fc.property(aDay, fc.nat(60), (day, count) => {
        const from = onOrAfterWorkingDay(calendar, day);
        const to = from.ok ? addWorkingDays(calendar, from.value, count) : from;
        if (!from.ok || !to.ok) return;
        expect(addWorkingDays(calendar, to.value, -count)).toEqual(from);
      }),
    );
  });

  test('a day of an unknown year is refused, whichever way it is met', () => {
    const refusal = { ok: false, code: 'calendar_year_unknown', year: 2027 };
    const eve = date('2026-12-31');
    expect(isWorkingDay(calendar, date('2027-01-01'))).toEqual(refusal);
    expect(addWorkingDays(calendar, eve, 1)).toEqual(refusal);
    expect(onOrAfterWorkingDay(calendar, date('2027-01-01'))).toEqual(refusal);
    expect(workingDaysBetween(calendar, eve, date('2027-01-01'))).toEqual(refusal);
    expect(addWorkingDays(calendar, date('2025-01-01'), -1)).toEqual({ ...refusal, year: 2024 });
    expect(isWorkingDay(calendar, eve)).toEqual({ ok: true, value: true });
  });

  test('nothing lies between a day and an earlier one', () => {
    expect(workingDaysBetween(calendar, date('2026-03-02'), date('2026-03-01'))).toEqual({
      ok: true,
      value: 0,
    });
  });
});
