import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type BusinessDate,
  date,
  dateOf,
  daysBetween,
  daysIn,
  monthOf,
  months,
  monthsBetween,
  parseDate,
  parseInstant,
} from '#domain/time';

const aDay = fc
  .integer({ min: Date.UTC(1950, 0, 1) / 86_400_000, max: Date.UTC(2090, 11, 31) / 86_400_000 })
  .map((days) => date(new Date(days * 86_400_000).toISOString().slice(0, 10)));

describe('a day', () => {
  test.each([
    ['2026-03-01', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['1899-12-31', false],
    ['2101-01-01', false],
    ['2026-3-1', false],
    ['2026/03/01', false],
    ['2026-03-01 ', false],
    ['', false],
  ])('%s exists: %s', (text, exists) => {
    expect(parseDate(text) !== undefined).toBe(exists);
  });

  test.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'], // Midnight in Shanghai.
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
  ])('at %s Chinese walls show %s', (text, day) => {
    const instant = parseInstant(text);
    expect(instant && dateOf(instant)).toBe(day);
  });

  test.each(['2026-03-01', '2026-03-01T08:00:00Z', '2026-13-01T08:00:00.000Z', 'now'])(
    '%s is no instant',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
    },
  );

  test('days added are days between, and days sort as text', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -3_000, max: 3_000 }), (day, count) => {
        const other = addDays(day, count);
        expect(daysBetween(day, other)).toBe(count);
        expect(other > day).toBe(count > 0);
      }),
    );
  });
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'], // 民法典 §202: no such day, so the month's last one.
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('%s and %s months is %s', (from, count, to) => {
    expect(addMonths(date(from), count)).toBe(to);
  });

  test.each([
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2025-03-01', '2026-03-01', 12],
    ['2025-03-02', '2026-03-01', 11],
    ['2026-03-01', '2025-03-02', -11],
    ['2026-03-01', '2026-03-01', 0],
  ])('from %s to %s are %s whole months', (from, to, count) => {
    expect(monthsBetween(date(from), date(to))).toBe(count);
  });

  test('months added are months between', () => {
    fc.assert(
      fc.property(aDay, fc.nat(400), (day, count) => {
        expect(monthsBetween(day, addMonths(day, count))).toBe(count);
      }),
    );
  });

  test('a begun month does not count', () => {
    fc.assert(
      fc.property(aDay, aDay, (one, other) => {
        const [from, to]: [BusinessDate, BusinessDate] = one <= other ? [one, other] : [other, one];
        const whole = monthsBetween(from, to);
        expect(addMonths(from, whole) <= to && to < addMonths(from, whole + 1)).toBe(true);
      }),
    );
  });

  test('a term is whole and not negative', () => {
    expect(months(12)).toBe(12);
    expect(() => months(-1)).toThrow('Broken promise');
    expect(() => months(1.5)).toThrow('Broken promise');
    expect(monthOf(date('2026-03-09'))).toBe('2026-03');
    expect([daysIn(2026, 2), daysIn(2024, 2), daysIn(2026, 12)]).toEqual([28, 29, 31]);
  });
});
