import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workingDaysBetween } from '#domain/calendar';
import { EARLIER, UNKNOWN } from '#domain/quality/tally';
import { earliestTimely, latenessOf } from '#domain/quality/timely';
import { addDays, date } from '#domain/time';
import { calendar } from './build.ts';

// Delivered, limit, the earliest day of an act that is in time.
test.each([
  ['2023-07-18', { days: 7, kind: 'calendar' }, '2023-07-11'],
  ['2024-01-03', { days: 7, kind: 'calendar' }, '2023-12-27'],
  ['2024-02-29', { days: 0, kind: 'calendar' }, '2024-02-29'],
  ['2023-07-18', { days: 5, kind: 'working' }, '2023-07-11'],
  ['2023-07-17', { days: 5, kind: 'working' }, '2023-07-10'],
  ['2023-07-16', { days: 5, kind: 'working' }, '2023-07-07'], // A Sunday: the week's five days lie between.
  ['2023-10-09', { days: 5, kind: 'working' }, '2023-09-26'], // 27, 28 September; 7, 8, 9 October.
  ['2023-10-08', { days: 1, kind: 'working' }, '2023-10-07'], // A Saturday and a Sunday that are worked.
  ['2024-01-02', { days: 1, kind: 'working' }, '2023-12-29'], // Over the weekend and New Year.
  ['2024-01-01', { days: 0, kind: 'working' }, '2023-12-29'], // On a holiday no working day has passed.
] as const)('delivered on %s, within %j: acts since %s', (deliveredOn, limit, earliest) => {
  expect(earliestTimely(limit, date(deliveredOn), calendar)).toEqual({ ok: true, value: earliest });
});

test('in time is exactly where no more working days lie after the act than are allowed', () => {
  fc.assert(
    fc.property(fc.nat(600), fc.nat(10), fc.nat(40), (offset, days, before) => {
      const deliveredOn = addDays(date('2023-03-01'), offset);
      const act = addDays(deliveredOn, -before);
      const passed = workingDaysBetween(calendar, act, deliveredOn);
      const earliest = earliestTimely({ days, kind: 'working' }, deliveredOn, calendar);
      if (!passed.ok || !earliest.ok) throw new Error('the calendar knows these years');
      expect(latenessOf(act, earliest.value) === undefined).toBe(passed.value <= days);
    }),
  );
});

test.each([
  ['2023-07-12', undefined],
  ['2023-07-11', undefined],
  ['2023-07-31', undefined], // A month of social insurance counts by its last day.
  ['2023-07-10', 'late_1_7'],
  ['2023-07-04', 'late_1_7'],
  ['2023-07-03', 'late_8_30'],
  ['2023-06-11', 'late_8_30'],
  ['2023-06-10', 'late_31_'],
  [EARLIER, 'late_31_'],
  [UNKNOWN, 'no_day'],
] as const)('an act of %s where 2023-07-11 would be in time: %s', (day, expected) => {
  expect(latenessOf(day, date('2023-07-11'))).toBe(expected);
});

test('working days of a year without a calendar are refused, calendar days need none', () => {
  const newYear = date('2025-01-02');
  expect(earliestTimely({ days: 5, kind: 'working' }, newYear, calendar)).toMatchObject({
    ok: false,
    refusal: { code: 'calendar_year_unknown', actual: '2025' },
  });
  expect(earliestTimely({ days: 7, kind: 'calendar' }, newYear, calendar)).toEqual({
    ok: true,
    value: '2024-12-26',
  });
});
