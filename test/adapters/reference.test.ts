import { describe, expect, test } from 'vitest';
import { INDUSTRIES, industryOf, isIndustry } from '#adapters/reference/industries';
import { reference } from '#adapters/reference/reference';
import { suzhouDistricts } from '#adapters/reference/suzhou';
import { addWorkingDays, isWorkingDay } from '#domain/calendar';
import { lprOn } from '#domain/rate';
import { addDays, date } from '#domain/time';

const { calendar, lpr } = reference();

// The State Council's yearly notices: days off, and weekend days worked to make up.
// biome-ignore format: one year per line
const notices = [
  [2018, '01-01 02-15/02-21 04-05/04-07 04-29/05-01 06-18 09-24 10-01/10-07 12-30/12-31', '02-11 02-24 04-08 04-28 09-29/09-30 12-29'],
  [2019, '01-01 02-04/02-10 04-05 05-01/05-04 06-07 09-13 10-01/10-07', '02-02/02-03 04-28 05-05 09-29 10-12'],
  [2020, '01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08', '01-19 02-03 04-26 05-09 06-28 09-27 10-10'],
  [2021, '01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07', '02-07 02-20 04-25 05-08 09-18 09-26 10-09'],
  [2022, '01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07 12-31', '01-29/01-30 04-02 04-24 05-07 10-08/10-09'],
  [2023, '01-01/01-02 01-21/01-27 04-05 04-29/05-03 06-22/06-24 09-29/10-06', '01-28/01-29 04-23 05-06 06-25 10-07/10-08'],
  [2024, '01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07', '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
  [2025, '01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08', '01-26 02-08 04-27 09-28 10-11'],
  [2026, '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07', '01-04 02-14 02-28 05-09 09-20 10-10'],
] as const;

const daysOf = (year: number, ranges: string): readonly string[] =>
  ranges.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('/');
    const days: string[] = [];
    for (let day = date(`${year}-${first}`); day <= `${year}-${last}`; day = addDays(day, 1))
      days.push(day);
    return days;
  });

describe('the calendar', () => {
  test.each(notices)('agrees with the notice of %s on every day', (year, off, worked) => {
    const daysOff = daysOf(year, off);
    const daysWorked = daysOf(year, worked);
    for (let day = date(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(day).getUTCDay());
      const expected = daysWorked.includes(day) || !(weekend || daysOff.includes(day));
      expect([day, calendar.isWorkingDay(day)]).toEqual([day, expected]);
    }
  });

  test('knows the years of its data and refuses the others', () => {
    expect([calendar.firstYear, calendar.lastYear]).toEqual([2004, 2026]);
    const unknown = { ok: false, code: 'calendar_year_unknown' };
    expect(isWorkingDay(calendar, date('2003-12-31'))).toEqual({ ...unknown, year: 2003 });
    expect(addWorkingDays(calendar, date('2026-12-31'), 1)).toEqual({ ...unknown, year: 2027 });
  });
});

describe('the loan prime rate', () => {
  test.each([
    ['2019-08-19', undefined, undefined],
    ['2019-08-20', 425, 485],
    ['2024-10-21', 310, 360],
    ['2025-01-20', 310, 360],
    ['2025-05-19', 310, 360],
    ['2025-05-20', 300, 350],
  ])('on %s is %s and %s bp', (day, oneYear, fiveYears) => {
    const rates = lprOn(lpr, day)?.rates;
    expect([rates?.['1Y'], rates?.['5Y']]).toEqual([oneYear, fiveYears]);
  });

  test('is listed in order, each day once', () => {
    const days = lpr.map((fixing) => fixing.publishedOn);
    expect(days).toEqual([...new Set(days)].toSorted());
  });
});

describe('an industry', () => {
  test.each([
    ['C', true],
    ['C39', true],
    ['C392', true],
    ['C3921', true],
    ['3921', true],
    ['39', true],
    ['A01', true],
    ['0712', true],
    ['T9700', true],
    ['U', false],
    ['F3921', false], // 3921 is of C.
    ['C3', false],
    ['3', false],
    ['C39211', false],
    ['C9999', false],
    ['c39', false],
    ['', false],
    ['01 ', false],
  ])('%s is one: %s', (code, expected) => {
    expect(isIndustry(code)).toBe(expected);
  });

  test('has its place in the tree of 20 sections, 97 divisions and 473 groups', () => {
    const ofLength = (length: number) => INDUSTRIES.filter(({ code }) => code.length === length);
    expect([1, 2, 3].map((length) => ofLength(length).length)).toEqual([20, 97, 473]);
    for (const { code, parent, section } of INDUSTRIES)
      expect([code, parent === undefined || industryOf(parent)?.section === section]).toEqual([
        code,
        true,
      ]);
    expect(industryOf('C3921')).toEqual({
      code: '3921',
      name: '通信系统设备制造',
      section: 'C',
      parent: '392',
    });
  });
});

test('Suzhou has ten districts, the Industrial Park among them', () => {
  expect(suzhouDistricts).toHaveLength(10);
  expect(new Set(suzhouDistricts.map(({ code }) => code)).size).toBe(10);
  expect(suzhouDistricts.find(({ code }) => code === '320594')?.zh).toBe('工业园区');
});
