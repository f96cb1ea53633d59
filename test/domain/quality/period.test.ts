import { describe, expect, test } from 'vitest';
import { monthsOf, parsePeriod } from '#domain/quality/period';
import { slotsOf } from '#domain/quality/slots';
import { date } from '#domain/time';
import { calendar, period } from './build.ts';

describe('a period', () => {
  test.each([
    ['2023-07', '2023-07-01', '2023-07-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-Q1', '2023-01-01', '2023-03-31'],
    ['2023-Q3', '2023-07-01', '2023-09-30'],
    ['2023-Q4', '2023-10-01', '2023-12-31'],
    ['2023', '2023-01-01', '2023-12-31'],
  ])('%s runs from %s to %s', (name, from, to) => {
    expect(parsePeriod(name)).toEqual({ ok: true, value: { name, from, to } });
  });

  test.each([
    '',
    '23',
    '2023-7',
    '2023-13',
    '2023-00',
    '2023-Q0',
    '2023-Q5',
    '2023-07-01',
    '1899',
    ' 2023',
  ])('%j is none', (name) => {
    expect(parsePeriod(name)).toMatchObject({
      ok: false,
      refusal: { code: 'period_wrong', field: 'period', actual: name },
    });
  });

  test('its months are those that its days touch', () => {
    expect(monthsOf({ from: date('2022-12-26'), to: date('2023-02-01') })).toEqual([
      '2022-12',
      '2023-01',
      '2023-02',
    ]);
  });
});

describe('the slots that end in a period', () => {
  const slots = (cycle: Parameters<typeof slotsOf>[0], name: string) => {
    const found = slotsOf(cycle, period(name), calendar);
    return found.ok ? found.value.map(({ from, to }) => `${from}..${to}`) : found.refusal;
  };

  test.each([
    ['event', '2023-07', []],
    ['monthly', '2023-07', ['2023-07-01..2023-07-31']],
    ['quarterly', '2023-07', []],
    ['quarterly', '2023-09', ['2023-07-01..2023-09-30']],
    ['quarterly', '2023-Q3', ['2023-07-01..2023-09-30']],
    ['half_yearly', '2023', ['2023-01-01..2023-06-30', '2023-07-01..2023-12-31']],
    ['half_yearly', '2023-Q4', ['2023-07-01..2023-12-31']],
    ['yearly', '2023-11', []],
    ['yearly', '2023-12', ['2023-01-01..2023-12-31']],
  ] as const)('%s in %s: %j', (cycle, name, expected) => {
    expect(slots(cycle, name)).toEqual(expected);
  });

  test('a week belongs to the month of its Sunday, over the end of a year too', () => {
    expect(slots('weekly', '2023-01')).toEqual([
      '2022-12-26..2023-01-01',
      '2023-01-02..2023-01-08',
      '2023-01-09..2023-01-15',
      '2023-01-16..2023-01-22',
      '2023-01-23..2023-01-29',
    ]);
  });

  test('a day’s slot takes in the free days before it, and days worked for holidays are days', () => {
    const october = slots('daily', '2023-10');
    expect(october).toHaveLength(19); // Three weekends, 9 to 31 October, and the two days worked.
    expect(october).toMatchObject({
      0: '2023-09-29..2023-10-07',
      1: '2023-10-08..2023-10-08',
      2: '2023-10-09..2023-10-09',
      7: '2023-10-14..2023-10-16',
    });
  });

  test('a day of a year without a calendar is refused', () => {
    expect(slots('daily', '2025-01')).toEqual({ code: 'calendar_year_unknown', actual: '2025' });
    expect(slots('daily', '2022-01')).toEqual({ code: 'calendar_year_unknown', actual: '2021' });
  });
});
