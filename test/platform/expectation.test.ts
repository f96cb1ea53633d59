import { expect, test } from 'vitest';
import type { Catalogue } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';
import { CUT } from '#domain/credit/raw-row';
import type { Refusal } from '#domain/refusal';
import { expectationInChinese } from '#platform/expectation';
import { sentence } from '#platform/sentences';
import { readAll } from '../adapters/tabular/read-all.ts';
import { CODE, readARow } from '../domain/credit/read-a-row.ts';

const junk = [
  ...['', '\u0001', '=1+1', CUT, '奇怪', 'x'.repeat(5000), '2026-02-30', '2099-01-01'],
  ...['-99999999999', '1.23456789', '99999999999', '9132058X', '1800-01-01', '#REF!'],
];
const ENGLISH = /[a-z]{2,}/;

/** As the returned file tells it: the field by its Chinese name. What the supplier wrote is left aside. */
const told = ({ actual: _, ...refusal }: Refusal, { fields }: Catalogue) => {
  const { id, zh } = fields.find((field) => field.id === refusal.field) ?? {};
  return sentence({ ...refusal, ...(id && zh && { field: zh }) }, 'zh');
};

test.each(Object.values(catalogues).map((one) => [one.id, one] as const))(
  '%s: a Chinese reader is told without English words why a row came back',
  (id, catalogue) => {
    const reasons = junk.flatMap((text) => {
      const cells = Object.fromEntries(catalogue.fields.map((field) => [field.zh, text]));
      return [cells, { ...cells, 统一社会信用代码: CODE }].flatMap((row) => {
        const read = readARow(id, row);
        return read.ok ? [] : read.refusals.map((refusal) => told(refusal, catalogue));
      });
    });
    expect(reasons.length).toBeGreaterThan(junk.length);
    expect(reasons.filter((reason) => ENGLISH.test(reason))).toEqual([]);
  },
);

test('nor why a row could not be told apart', async () => {
  const files = [`a,b\n1\n${'x'.repeat(1_000_001)},2\n`, '{"a":1}\n[1]\n{"a":{"b":1}}\n'];
  const read = await Promise.all(files.map((file) => readAll(Buffer.from(file))));
  const faults = read.flatMap(({ rows }) => rows.flatMap(({ fault }) => fault ?? []));
  expect(new Set(faults.map(({ code }) => code))).toEqual(
    new Set(['column_count', 'row_too_large', 'row_not_an_object']),
  );
  for (const { code, expected } of faults)
    expect(sentence({ code, expected }, 'zh')).not.toMatch(ENGLISH);
});

test('a field that is lacking is named once, a choice by its Chinese spellings', () => {
  expect(sentence({ code: 'required', field: '案号', expected: '案号' }, 'zh')).toBe('缺少 案号。');
  const expected = 'fine (罚款), detention (行政拘留)';
  expect(sentence({ code: 'not_in_list', field: '处罚类别', expected, actual: '奇怪' }, 'zh')).toBe(
    '处罚类别 不是可用的值，应为：罚款；行政拘留（现为 奇怪）。',
  );
});

test.each([
  ['2026-01-02 or later', '不早于 2026-01-02'],
  ['at most 32767 characters in a cell', '每格至多 32767 个字符'],
  ['a value: copy the cells and paste them as values', '值：复制单元格后“粘贴为数值”'],
  ['a value without error', '不含错误的值'],
  ['YYYY-MM-DD', 'YYYY-MM-DD'],
])('%s is %s', (expected, zh) => {
  expect(expectationInChinese(expected)).toBe(zh);
});
