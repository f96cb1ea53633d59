import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDayAsWritten, parseMonthAsWritten } from '#domain/credit/parse-day';
import { addDays, type BusinessDate, date, daysBetween, daysIn, parseDate } from '#domain/time';

const days = fc
  .integer({ min: 0, max: daysBetween(date('1900-01-01'), date('2100-12-31')) })
  .map((count) => addDays(date('1900-01-01'), count));

describe('a day is read as it is met in the field', () => {
  test.each([
    ['2023-07-18'],
    ['2023/7/18'],
    ['2023.7.18'],
    ['2023/07/18'],
    ['20230718'],
    ['2023年7月18日'],
    ['2023年07月18号'],
    ['2023 年 7 月 18 日'],
    ['２０２３－０７－１８'],
    ['２０２３年７月１８日'],
    ['2023—07—18'],
    ['二〇二三年七月十八日'],
    ['二零二三年七月十八日'],
    ['二○二三年七月十八日'],
    ['二O二三年七月十八号'],
    ['二〇二三年〇七月一八日'],
    ['2023-07-18 00:00:00'],
    ['2023/7/18 0:00'],
    ['2023-07-18T16:30:00'],
    ['2023-07-18 23:59:59.999'],
    ['2023-07-18 24:00:00'],
    ['20230718 16:30'],
    ['20230718163000'],
    ['2023年7月18日 16:30'],
    ['2023年7月18日16时30分'],
    ['2023年7月18日16时30分05秒'],
    ['2023-07-18T15:59:59.999Z'],
    ['2023-07-17T16:00:00.000Z'],
    ['2023-07-18T00:00:00+08:00'],
    ['2023-07-18T00:00:00+0800'],
    ['2023-07-17T12:00:00-04:00'],
    ['45125'],
    ['45125.9999'],
    ['1689609600000'],
    ['1689695999999'],
    ['1689609600'],
    ['1689695999'],
  ])('%j is 18 July 2023', (text) => {
    expect(parseDayAsWritten(text)).toBe('2023-07-18');
  });

  test.each([
    ['2023-07-18T16:30:00.000Z', '2023-07-19'],
    ['2023-12-31T16:00Z', '2024-01-01'],
    ['2024-01-01T07:59:00+16:00', '2023-12-31'],
    ['二〇二〇年十月二十日', '2020-10-20'],
    ['二〇二〇年十一月三十日', '2020-11-30'],
    ['二〇二〇年十二月三十一日', '2020-12-31'],
    ['二〇二〇年元月廿一日', '2020-01-21'],
    ['二〇二〇年一月廿日', '2020-01-20'],
    ['二〇二〇年一月卅日', '2020-01-30'],
    ['二〇二〇年一月卅一日', '2020-01-31'],
    ['二〇二〇年二月二十九日', '2020-02-29'],
    ['一九九八年三月初', undefined],
    ['32874', '1990-01-01'],
    ['73415', '2100-12-31'],
    ['1000000000', '2001-09-09'],
    ['4133951999', '2100-12-31'],
  ])('%j is %s', (text, day) => {
    expect(parseDayAsWritten(text)).toBe(day);
  });

  test.each([
    ['2023-02-30'],
    ['2023-02-29'],
    ['2023-13-01'],
    ['2023-00-10'],
    ['2023-07-00'],
    ['20230230'],
    ['20231301'],
    ['2023718'],
    ['31/12/2023'],
    ['12/31/2023'],
    ['18-Jul-23'],
    ['23-7-18'],
    ['2023-7'],
    ['2023-07-18 25:00'],
    ['2023-07-18 16:60'],
    ['2023-07-18 16'],
    ['20230718246000'],
    ['2023-07-18 (补)'],
    ['2023年7月'],
    ['二〇二三年二月三十日'],
    ['二〇二三年十三月一日'],
    ['二〇二三年七月四十日'],
    ['二三年七月十八日'],
    ['32873'],
    ['73416'],
    ['451'],
    ['451251'],
    ['45125.'],
    ['999999999'],
    ['2023071816'],
    ['4133952000'],
    ['4133952000000'],
    ['16896096000'],
    ['168960960000'],
    ['1899-12-31'],
    ['2101-01-01'],
    ['今日'],
    ['-'],
    [''],
  ])('%j is no day', (text) => {
    expect(parseDayAsWritten(text)).toBeUndefined();
  });

  test('every day is read back from every form in which it can be written', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', of = ''] = day.split('-');
        const short = [year, Number(month), Number(of)];
        const forms = [
          day,
          short.join('/'),
          short.join('.'),
          `${year}${month}${of}`,
          `${year}年${Number(month)}月${Number(of)}日`,
          chinese(day),
          `${day}T00:00:00.000+08:00`,
        ];
        expect(forms.map(parseDayAsWritten)).toEqual(forms.map(() => day));
      }),
    );
  });

  test('a serial is one day more for every day from 1990 on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 32_874, max: 73_415 }), (serial) => {
        expect(parseDayAsWritten(String(serial))).toBe(
          addDays(date('1990-01-01'), serial - 32_874),
        );
      }),
    );
  });
});

describe('a month is read as it is met in the field', () => {
  test.each([
    ['2023-07', '2023-07'],
    ['2023/7', '2023-07'],
    ['2023.07', '2023-07'],
    ['202307', '2023-07'],
    ['2023年7月', '2023-07'],
    ['２０２３年０７月', '2023-07'],
    ['二〇二三年七月', '2023-07'],
    ['二零二三年十二月', '2023-12'],
    ['2023-07-31 00:00:00', '2023-07'],
    ['45125', '2023-07'],
    ['2023-13', undefined],
    ['202313', undefined],
    ['20237', undefined],
    ['2023', undefined],
    ['07/2023', undefined],
    ['Jul-23', undefined],
  ])('%j is %s', (text, month) => {
    expect(parseMonthAsWritten(text)).toBe(month);
  });
});

test('a day of the calendar is one that the machine’s calendar knows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1899, max: 2101 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const instant = new Date(`${text}T00:00:00.000Z`);
        const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
        expect(parseDate(text) !== undefined).toBe(exists && year >= 1900 && year <= 2100);
      },
    ),
  );
  expect([1900, 2000, 2023, 2024].map((year) => daysIn(year, 2))).toEqual([28, 29, 28, 29]);
});

/** As a court writes it. */
function chinese(day: BusinessDate): string {
  const [year = '', month = '', of = ''] = day.split('-');
  return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${spoken(month)}月${spoken(of)}日`;
}
const DIGITS = [...'〇一二三四五六七八九'];
const spoken = (two: string) => {
  const [tens, units] = [...two].map(Number);
  const [ten, unit] = [tens ? `${tens > 1 ? DIGITS[tens] : ''}十` : '', units ? DIGITS[units] : ''];
  return `${ten}${unit}`;
};
