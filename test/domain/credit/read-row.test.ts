import { describe, expect, test } from 'vitest';
import type { CatalogueId } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';
import { prepareReader } from '#domain/credit/prepare-reader';
import { CUT } from '#domain/credit/raw-row';
import { readRow } from '#domain/credit/read-row';
import { checkCharacter } from '#domain/enterprise/unified-code';
import {
  aLicence,
  anInvoice,
  aPenalty,
  aRegistration,
  CODE,
  readARow,
  TODAY,
} from './read-a-row.ts';

const samples = {
  'vat-invoice': anInvoice,
  'administrative-penalty': aPenalty,
  'administrative-licence': aLicence,
  'enterprise-registration': aRegistration,
  'social-insurance': { code: CODE, month: '2023-07', headcount: '12' },
  'tax-grade': { code: CODE, year: '2024', grade: 'A', published_on: '2025-04-30' },
  'tax-arrears': { code: CODE, tax_type: '增值税', amount: '100', announced_on: '2025-04-30' },
} as const satisfies Partial<Record<CatalogueId, Record<string, string>>>;

const read = (id: keyof typeof samples, cells: Record<string, string>) =>
  readARow(id, { ...samples[id], ...cells });

describe('a value is read as it is written', () => {
  test.each([
    ['vat-invoice', 'issued_on', '2023-07-18', '2023-07-18'],
    ['vat-invoice', 'issued_on', '2023/7/18', '2023-07-18'],
    ['vat-invoice', 'issued_on', '2023.7.18', '2023-07-18'],
    ['vat-invoice', 'issued_on', '20230718', '2023-07-18'],
    ['vat-invoice', 'issued_on', '2023年7月18日', '2023-07-18'],
    ['vat-invoice', 'issued_on', '2023-07-18 00:00:00', '2023-07-18'],
    ['vat-invoice', 'issued_on', '2023/7/18 0:00', '2023-07-18'],
    ['vat-invoice', 'issued_on', '45125', '2023-07-18'],
    ['vat-invoice', 'issued_on', '二〇二三年七月十八日', '2023-07-18'],
    ['vat-invoice', 'issued_on', '２０２３-０７-１８', '2023-07-18'],
    ['vat-invoice', 'issued_on', TODAY, TODAY],
    ['vat-invoice', 'amount', '-943.40', -94_340],
    ['vat-invoice', 'amount', '￥1,234,567.8', 123_456_780],
    ['vat-invoice', 'amount', '0', 0],
    ['vat-invoice', 'status', ' 作废发票　', 'void'],
    ['vat-invoice', 'status', '正常', 'valid'],
    ['vat-invoice', 'status', 'VALID', 'valid'],
    ['vat-invoice', 'counterparty', '　A00297 ', 'A00297'],
    ['vat-invoice', 'counterparty', '="00123"', '00123'],
    ['vat-invoice', 'counterparty', '+86 512-6522 1234', '+86 512-6522 1234'],
    ['vat-invoice', 'counterparty', "'-5", '-5'],
    ['vat-invoice', 'counterparty', '-', '-'],
    ['vat-invoice', 'counterparty', '- 甲', '- 甲'],
    ['vat-invoice', 'counterparty', '@甲', '@甲'],
    ['vat-invoice', 'counterparty', '𠮷野家', '𠮷野家'],
    ['vat-invoice', 'amount', '="943.40"', 94_340],
    ['vat-invoice', 'amount', "'-943.40", -94_340],
    ['vat-invoice', 'amount', '（943.40）', -94_340],
    ['enterprise-registration', 'registered_capital', '12,500', 12_500_000_000],
    ['enterprise-registration', 'registered_capital', '538(万元人民币)', 538_000_000],
    ['enterprise-registration', 'registered_capital', '538万元', 538_000_000],
    ['enterprise-registration', 'registered_capital', '234.7万人民币', 234_700_000],
    ['enterprise-registration', 'registered_capital', '1万人民币元', 1_000_000],
    ['enterprise-registration', 'registered_capital', '1200000元', 120_000_000],
    ['enterprise-registration', 'status', '存续（在营、开业、在册）', 'operating'],
    ['enterprise-registration', 'legal_form', '有限责任公司(自然人投资或控股)', 'company'],
    ['administrative-penalty', 'fine_amount', '0.5', 500_000],
    ['administrative-penalty', 'category', '没收违法所得、没收非法财物', 'confiscation'],
    ['administrative-penalty', 'category', '警告;罚款', 'fine'],
    ['administrative-penalty', 'category', '罚款;', 'fine'],
    [
      'administrative-penalty',
      'category',
      '暂扣或者吊销许可证、暂扣或者吊销执照；罚款',
      'revocation',
    ],
    ['administrative-penalty', 'category', '警告、罚款', 'fine'],
    ['administrative-penalty', 'category', '其他-责令改正', 'other'],
    ['administrative-penalty', 'facts', '一、"甲"\n二、\t乙', '一、"甲"\n二、\t乙'],
    ['administrative-licence', 'valid_to', '2099-12-31', '2099-12-31'],
    ['social-insurance', 'month', '202307', '2023-07'],
    ['social-insurance', 'month', '2023年7月', '2023-07'],
    ['social-insurance', 'month', '2026-11', '2026-11'],
    ['social-insurance', 'headcount', '1,200', 1200],
    ['social-insurance', 'headcount', '12.0', 12],
    ['social-insurance', 'paid', '欠缴', 'no'],
    ['tax-grade', 'grade', 'm级', 'M'],
  ] as const)('%s %s: %j is %j', (id, field, text, value) => {
    const row = read(id, { [field]: text });
    expect(row).toMatchObject({ ok: true, content: { [field]: value } });
  });

  test.each([
    ['vat-invoice', 'counterparty', '　 '],
    ['administrative-licence', 'valid_to', '长期'],
    ['administrative-penalty', 'severity', '0'],
  ] as const)('%s %s: %j is no value', (id, field, text) => {
    const row = read(id, { [field]: text });
    expect(row.ok && Object.keys(row.content)).not.toContain(field);
    expect(row.ok).toBe(true);
  });
});

describe('a value that cannot be is refused', () => {
  test.each([
    ['vat-invoice', 'number', '', 'required'],
    ['vat-invoice', 'code', '　', 'required'],
    ['vat-invoice', 'counterparty', 'a\u0000b', 'wrong_type'],
    ['vat-invoice', 'counterparty', 'a\ud800b', 'wrong_type'],
    ['vat-invoice', 'number', '1'.repeat(31), 'too_long'],
    ['vat-invoice', 'status', '红冲', 'not_in_list'],
    ['administrative-penalty', 'category', '罚款;训斥', 'not_in_list'],
    ['administrative-penalty', 'category', '1', 'not_in_list'],
    ['vat-invoice', 'code', '91320583MA25NK6N1', 'code_wrong_length'],
    ['vat-invoice', 'code', '91320583MA25NK6NIW', 'code_wrong_character'],
    ['vat-invoice', 'code', '97320583MA25NK6N1W', 'code_wrong_prefix'],
    ['vat-invoice', 'code', '91320583MA25NK6N1X', 'code_wrong_check_digit'],
    ['vat-invoice', 'issued_on', '2023-02-30', 'date_wrong'],
    ['vat-invoice', 'issued_on', '18/07/2023', 'date_wrong'],
    ['vat-invoice', 'issued_on', '2023071816', 'date_wrong'],
    ['vat-invoice', 'issued_on', '2026-11-21', 'date_in_future'],
    ['social-insurance', 'month', '2023-13', 'date_wrong'],
    ['social-insurance', 'month', '2026-12', 'date_in_future'],
    ['vat-invoice', 'amount', '壹佰', 'money_wrong'],
    ['vat-invoice', 'amount', '1.234', 'money_wrong'],
    ['tax-arrears', 'amount', '-1', 'money_negative'],
    ['social-insurance', 'headcount', '1.5', 'number_wrong'],
    ['social-insurance', 'headcount', '-1', 'out_of_range'],
    ['tax-grade', 'year', '1999', 'out_of_range'],
  ] as const)('%s %s: %j → %s', (id, field, text, code) => {
    const row = read(id, { [field]: text });
    expect(row).toMatchObject({ ok: false, refusals: [{ code, field }] });
  });

  test.each([
    ['counterparty', '=1+1'],
    ['counterparty', '＝SUM(A1)'],
    ['counterparty', '=HYPERLINK("http://example.org","甲")'],
    ['counterparty', '@SUM(1+1)*cmd'],
    ['counterparty', '+A1'],
    ['counterparty', "-2+3+cmd|' /C calc'!A0"],
    ['counterparty', "'=1+1"],
    ['counterparty', '="=1+1"'],
    ['amount', '=1+1'],
    ['issued_on', '=TODAY()'],
    ['code', '=A1'],
  ] as const)('%s: %j would be computed by a spreadsheet', (field, text) => {
    expect(read('vat-invoice', { [field]: text })).toMatchObject({
      ok: false,
      refusals: [{ code: 'formula_in_cell', field }],
    });
  });

  test.each([
    ['counterparty', `甲${CUT}`],
    ['amount', `1${CUT}`],
    ['issued_on', `2019-08-04${CUT}`],
    ['code', CODE + CUT],
    ['status', `有效${CUT}`],
  ] as const)('%s: %j was cut when it came back, and is not the whole value', (field, text) => {
    expect(read('vat-invoice', { [field]: text })).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_long', field }],
    });
  });

  test.each([
    [{}, { subject: CODE, occurredOn: '2019-08-04' }],
    [{ code: '1' }, { occurredOn: '2019-08-04' }],
    [{ issued_on: '2019-02-30' }, { subject: CODE }],
    [{ code: '1', issued_on: '' }, {}],
  ])('of a refused row with %j still %j is known', (cells, known) => {
    const row = read('vat-invoice', { ...cells, status: '?' });
    expect(row).toMatchObject({ ok: false });
    const { ok: _, refusals, ...rest } = { refusals: [], ...row };
    expect(refusals.length).toBeGreaterThan(0);
    expect(rest).toEqual(known);
  });

  test('a row is told all its faults at once, in the order of the catalogue', () => {
    const row = read('vat-invoice', { code: '1', status: '?', amount: 'x', issued_on: '' });
    expect(!row.ok && row.refusals.map(({ code, field }) => `${field}: ${code}`)).toEqual([
      'code: code_wrong_length',
      'issued_on: required',
      'amount: money_wrong',
      'status: not_in_list',
    ]);
  });

  test('a licence cannot end before it begins', () => {
    expect(
      read('administrative-licence', { valid_from: '2024-01-02', valid_to: '2024-01-01' }),
    ).toMatchObject({ ok: false, refusals: [{ code: 'out_of_range', field: 'valid_to' }] });
  });

  test('capital in dollars is left out with a warning: the firm is registered all the same', () => {
    const row = read('enterprise-registration', { registered_capital: '640(万美元)' });
    expect(row).toMatchObject({ ok: true, warnings: [{ code: 'money_wrong' }] });
    expect(row.ok && Object.keys(row.content)).toEqual(['name']);
  });

  test('a damaged row is told of its damage alone', () => {
    const catalogue = catalogues['vat-invoice'];
    const reader = prepareReader({ catalogue, columns: Object.keys(anInvoice) });
    const fault = { code: 'column_count', expected: '8', actual: '7' } as const;
    const row = { line: 2, cells: {}, fault };
    expect(reader.ok && readRow({ catalogue, reader: reader.value, row, today: TODAY })).toEqual({
      ok: false,
      refusals: [fault],
    });
  });
});

describe('what a row becomes', () => {
  test('the subject stands beside the content, raised to capitals', () => {
    const row = read('vat-invoice', { code: ` ${CODE.toLowerCase()} ` });
    expect(row).toMatchObject({ ok: true, subject: CODE, warnings: [] });
    expect(row.ok && Object.keys(row.content)).not.toContain('code');
  });

  test.each([
    ['vat-invoice', {}, 'sale|11459356|2019-08-04', '2019-Q3', '2019-08-04'],
    [
      'vat-invoice',
      { invoice_code: '3200' },
      'sale|3200|11459356|2019-08-04',
      '2019-Q3',
      '2019-08-04',
    ],
    [
      'vat-invoice',
      { issued_on: '2019-12-31', number: 'a|b' },
      'sale|a||b|2019-12-31',
      '2019-Q4',
      '2019-12-31',
    ],
    ['social-insurance', { month: '2024-02' }, '2024-02', '2024', '2024-02-29'],
    ['tax-grade', {}, '2024', undefined, '2025-04-30'],
    ['enterprise-registration', { established_on: '2020-01-02' }, '', undefined, '2020-01-02'],
    ['enterprise-registration', {}, '', undefined, TODAY],
  ] as const)('%s %j has key %j, period %s, day %s', (id, cells, key, period, occurredOn) => {
    const row = read(id, cells);
    expect(row).toMatchObject({ ok: true, key, occurredOn });
    expect(row.ok && row.period).toBe(period);
  });

  test.each([
    ['administrative-licence', { valid_to: '2025-01-01' }, '2025-01-01'],
    ['administrative-licence', { valid_to: '2099-12-31' }, undefined],
    ['administrative-licence', {}, undefined],
    ['administrative-licence', { valid_to: '2025-01-01', state: '无效' }, '2023-07-17'],
    ['tax-arrears', { cleared_on: '2025-06-01' }, '2025-06-01'],
    ['tax-arrears', {}, undefined],
    ['tax-grade', {}, undefined],
  ] as const)('%s %j counts until %s', (id, cells, to) => {
    const row = read(id, cells);
    expect(row.ok && row.validity.to).toBe(to);
  });

  test('personal data and stamps are recognised and not kept', () => {
    const row = read('administrative-penalty', {
      CF_FRDB: '张三',
      CF_FR_SFZH: '320500197001010011',
      CF_XDR_ZJHM: '320500197001010011',
      SJC: '2023/07/19',
    });
    expect(row.ok && Object.keys(row.content).sort()).toEqual(
      ['authority', 'category', 'decided_on', 'document_number'].sort(),
    );
  });

  test('当前状态 1 is in force by the table of 2019 and revoked by that of 2016', () => {
    const { licence_name, ...licence } = aLicence;
    expect(
      readARow('administrative-licence', { ...licence, XK_XKWS: licence_name, XK_ZT: '1' }),
    ).toMatchObject({ content: { state: 'valid' } });
    expect(
      readARow('administrative-licence', { ...licence, XK_XMMC: licence_name, XK_ZT: '1' }),
    ).toMatchObject({ content: { state: 'invalid' } });
  });

  test('处罚类别 is numbered in the table of 2016', () => {
    const { category: _, ...penalty } = aPenalty;
    const row = readARow('administrative-penalty', { ...penalty, CF_CFLB1: '1', CF_CFLB2: '4' });
    expect(row).toMatchObject({
      content: { category: 'fine', further_category: 'revocation' },
      severity: 'serious',
    });
  });

  test.each([
    ['a total off by a fen is a rounding', { total: '11000.01' }, []],
    ['a total off by two is worth a warning', { total: '11000.02' }, ['out_of_range total']],
    [
      'a code that is no firm’s is worth a warning',
      { code: `12320500MA25NK6N1${checkCharacter('12320500MA25NK6N1')}` },
      ['code_wrong_prefix code'],
    ],
    [
      'a code whose organisation number does not check is worth a warning',
      { code: `91320583MA25NK6N2${checkCharacter('91320583MA25NK6N2')}` },
      ['code_wrong_check_digit code'],
    ],
  ] as const)('%s', (_, cells, warnings) => {
    const row = read('vat-invoice', cells);
    expect(row.ok && row.warnings.map(({ code, field }) => `${code} ${field}`)).toEqual(warnings);
  });
});
