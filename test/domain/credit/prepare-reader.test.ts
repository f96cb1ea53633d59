import { describe, expect, test } from 'vitest';
import type { Mapping } from '#domain/credit/batch';
import { catalogues } from '#domain/credit/catalogues';
import { checkMapping } from '#domain/credit/check-mapping';
import { RETURNED_COLUMNS } from '#domain/credit/header';
import { prepareReader } from '#domain/credit/prepare-reader';
import { anInvoice, CODE, readARow } from './read-a-row.ts';

const required = ['code', 'direction', 'number', 'issued_on', 'amount', 'status'];
const prepare = (columns: readonly string[], mapping: Mapping = {}) =>
  prepareReader({ catalogue: catalogues['vat-invoice'], columns, mapping });

describe('a header is recognised', () => {
  test.each([
    ['by field ids', required],
    [
      'by Chinese names',
      ['统一社会信用代码', '发票方向', '发票号码', '开票日期', '金额', '发票状态'],
    ],
    [
      'whatever its blanks, width, capitals, mark and asterisk',
      [
        '\ufeff统一 社会信用代码*',
        'ＤＩＲＥＣＴＩＯＮ',
        '＊发票号码',
        '开票日期　',
        '金额 ( 元 )',
        'Status',
      ],
    ],
  ])('%s', (_, columns) => {
    expect(prepare(columns)).toMatchObject({ ok: true });
  });
});

describe('a file is refused, in this order', () => {
  const broken: Mapping = { columns: { 甲: 'nothing' } };
  test.each([
    ['malformed_mapping', 'columns.甲', ['code', 'code2', '金额', 'amount'], broken],
    [
      'malformed_mapping',
      'columns.乙',
      ['code', 'code2', '金额', 'amount'],
      { columns: { 乙: 'tax' } },
    ],
    ['unknown_field', 'code2', ['code', 'code2', '金额', 'amount'], {}],
    ['conflicting_columns', 'amount', ['code', 'code2', '金额', 'amount'], { ignore: ['code2'] }],
    ['conflicting_columns', 'amount', ['code', 'amount'], { constants: { amount: '1' } }],
    ['missing_column', 'direction', ['code', '金额'], {}],
  ] as const)('%s %s', (code, field, columns, mapping) => {
    expect(prepare(columns, mapping)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  test('an unknown column is told the nearest known one, or what to do', () => {
    const refusal = (column: string) => {
      const prepared = prepare([...required, column]);
      return prepared.ok ? undefined : prepared.refusal.expected;
    };
    expect(refusal('价税总合计')).toBe('价税合计? Otherwise map or ignore it in the mapping');
    expect(refusal('xyz')).toBe('map or ignore it in the mapping');
  });
});

describe('a mapping is refused when it cannot be meant', () => {
  test.each([
    ['columns.甲', { columns: { 甲: 'nothing' } }],
    ['constants.nothing', { constants: { nothing: '1' } }],
    ['values.nothing', { values: { nothing: {} } }],
    ['tax', { columns: { 甲: 'tax', 乙: 'tax' } }],
    ['tax', { columns: { 甲: 'tax' }, constants: { tax: '0' } }],
    ['ignore.甲 ', { columns: { 甲: 'tax' }, ignore: ['甲 '] }],
    ['values.status.红冲', { values: { status: { 红冲: 'red' } } }],
    ['ignore', { ignore: Array.from({ length: 201 }, (_, place) => `c${place}`) }],
  ] as const)('%s', (field, mapping) => {
    expect(checkMapping(catalogues['vat-invoice'], mapping)).toMatchObject({
      ok: false,
      refusal: { code: 'malformed_mapping', field },
    });
  });
});

test('the columns of a returned file may stay in it', () => {
  expect(prepare([...required, ...RETURNED_COLUMNS])).toMatchObject({ ok: true });
  expect(prepare([...required, '拒绝 原因', '原 文'])).toMatchObject({ ok: true });
});

test('an anonymised file is read with constants, columns, spellings, a unit and stand-in codes', () => {
  const cells = {
    企业代号: 'E1',
    号: '1',
    开票日期: '2019/7/1',
    万: '0.5',
    发票状态: '红冲',
    备用: '',
  };
  const row = readARow('vat-invoice', cells, {
    columns: { 号: 'number', 万: 'amount' },
    constants: { direction: 'purchase' },
    values: { status: { 红冲: 'void' } },
    ignore: ['备用'],
    moneyUnit: 'wan_yuan',
    standInCodes: true,
  });
  expect(row).toMatchObject({
    ok: true,
    content: { direction: 'purchase', number: '1', amount: 500_000, status: 'void' },
  });
  expect(row.ok && row.subject).toMatch(/^91000000/);
});

test('a local number that fits no code is refused', () => {
  expect(
    readARow('vat-invoice', { ...anInvoice, code: `${CODE}-1` }, { standInCodes: true }),
  ).toMatchObject({ ok: false, refusals: [{ code: 'wrong_type', field: 'code' }] });
});
