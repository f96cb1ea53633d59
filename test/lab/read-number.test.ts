import { expect, test } from 'vitest';
import { readNumber } from '#lab/read-number';

test.each([
  ['12.5', 12.5],
  ['-3e4', -30_000],
  ['.5', 0.5],
  ['$60,000.00', 60_000],
  ['-$1,200', -1200],
  ['(1,200)', -1200],
  ['￥3,000', 3000],
  ['12 %', 0.12],
  ['1970-01-02', 1],
  ['2000-03-01', 11_017],
  ['2006/3/31', 13_238],
  ['3/31/2006', 13_238],
  ['31-Mar-06', 13_238],
  ['28-Feb-97', 9920],
  ['12,34', Number.NaN],
  ['N', Number.NaN],
  ['', Number.NaN],
  ['2006-13-01', Number.NaN],
  ['12abc', Number.NaN],
])('%s is %d', (text, number) => {
  expect(readNumber(text)).toBe(number);
});
