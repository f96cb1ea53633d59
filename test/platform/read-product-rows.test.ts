import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProduct } from '#domain/product/check-product';
import { termsOf } from '#domain/product/product-version';
import { productColumns } from '#domain/product-file/columns';
import { productHeader, writeProductRow } from '#domain/product-file/write-product-row';
import { csvText } from '#platform/csv-text';
import { readProductItems, readProductRows } from '#platform/read-product-rows';
import { faultText, returnedProducts } from '#platform/returned-products';
import { formula, sheet } from '#test/adapters/tabular/xlsx';
import { aProduct } from '#test/support/builders';
import { once, readAgain, utf8 } from './product-rows.ts';

const HEADER = [
  '产品编号,银行编号,银行名称,产品名称,产品类型,最低金额（元）,最高金额（元）,额度方式,最短期限（月）,最长期限（月）',
  '计价方式,利率下限（%）,利率上限（%）,担保方式,贷款用途,还款方式,受理时限（工作日）,审批时限（工作日）,放款时限（工作日）,生效日期',
].join(',');

/** A lawful row, some of its cells told otherwise. */
const rowOf = (told: Readonly<Record<number, string>> = {}) =>
  [
    'a,bank_gusu,姑苏银行,信用快贷,流动资金贷款,100000,3000000,循环额度,3,36',
    '固定利率,3.5,5.5,信用,经营周转,随借随还,1,5,2,2026-01-01',
  ]
    .join(',')
    .split(',')
    .map((cell, place) => `"${told[place] ?? cell}"`)
    .join(',');

const fileOf = (...rows: readonly string[]) => utf8([HEADER, ...rows, ''].join('\r\n'));

test.each([
  ['thousands in an amount', { 6: '200,000' }, []],
  [
    'words in an amount',
    { 5: '1 year minimum term' },
    ['money_wrong 最低金额（元） 1 year minimum term'],
  ],
  ['an empty limit', { 6: '' }, ['required 最高金额（元） ']],
  ['a range the wrong way round', { 5: '5000000' }, ['out_of_range 最高金额（元） 3000000']],
  [
    'all faults at once, those too that the cells alone do not show',
    { 0: 'a b', 5: '1 year minimum term', 8: '48', 13: '黄金', 17: '99' },
    [
      'id_wrong 产品编号 a b',
      'money_wrong 最低金额（元） 1 year minimum term',
      'not_in_list 担保方式 黄金',
      'out_of_range 审批时限（工作日） 99',
      'out_of_range 最长期限（月） 36',
    ],
  ],
  ['what its kind may not be', { 9: '120' }, ['out_of_range 最长期限（月） 120']],
  ['a formula', { 3: '=1+1' }, ['formula_in_cell 产品名称 =1+1']],
])('%s: a row is refused by column and cell, or taken', async (_, told, faults) => {
  const { taken, refused } = await readAgain(fileOf(rowOf(told)));
  expect(
    refused.flatMap(({ refusals }) =>
      refusals.map(({ code, column, cell }) => `${code} ${column} ${cell}`),
    ),
  ).toEqual(faults);
  expect(taken).toHaveLength(faults.length === 0 ? 1 : 0);
});

test('bad rows stop no good ones, and an id counts once', async () => {
  const rows = [rowOf({ 5: 'x' }), rowOf(), rowOf({ 3: '另一个' }), rowOf({ 0: 'b' })];
  const { taken, refused } = await readAgain(fileOf(...rows));
  expect(taken.map(({ line, product }) => `${line} ${product.id}`)).toEqual([
    '3 product_a',
    '5 product_b',
  ]);
  expect(refused.map(({ line, refusals }) => [line, refusals.map(({ code }) => code)])).toEqual([
    [2, ['money_wrong']],
    [4, ['repeated']],
  ]);
});

test('what is refused comes back as a file, and mended it is taken', async () => {
  const { refused } = await readAgain(fileOf(rowOf({ 5: '1 year minimum term', 3: '甲,"乙' })));
  const returned = returnedProducts(refused, 'zh');
  expect(returned).toContain('拒绝原因');
  expect(returned).toContain('最低金额（元） 不是金额');
  const { taken } = await readAgain(utf8(returned.replace('1 year minimum term', '5')));
  expect(taken.map(({ product }) => product.principal.min)).toEqual([500]);
});

test.each([
  ['产品编号,最低金额\na,5\n', {}, { code: 'unknown_field', field: '最低金额' }],
  ['产品编号,principal.min\na,5\n', { bank: 'bank_gusu' }, { code: 'missing_column' }],
  [
    `${HEADER.replace('最低金额（元）', 'principal.min')}\n${rowOf()}\n`,
    {},
    { code: 'unknown_field', field: 'principal.min', expected: '最低金额（万元）' },
  ],
  [`${HEADER.replace('银行编号,', '')}\n`, {}, { code: 'missing_column', field: 'bank.id' }],
  [`${HEADER},最低金额（万元）\n`, {}, { code: 'conflicting_columns', field: 'principal.min' }],
  ['', {}, { code: 'file_empty' }],
  [`${HEADER}\n`, { mapping: { defaults: { price: '1' } } }, { code: 'malformed_mapping' }],
  [`${HEADER}\n`, { mapping: { constants: { price: '1' } } }, { code: 'malformed_mapping' }],
] as const)('the file %j is refused as a whole: %#', async (text, told, refusal) => {
  expect(await readProductRows(once(utf8(text)), told)).toMatchObject({ ok: false, refusal });
});

test('no row may belong to another bank than the file', async () => {
  const read = await readProductRows(once(fileOf(rowOf())), { bank: 'bank_other' });
  expect(read).toMatchObject({
    ok: true,
    value: {
      taken: [],
      refused: [{ refusals: [{ code: 'id_differs', column: '银行编号', expected: 'bank_other' }] }],
    },
  });
});

test('criteria in columns and those in JSON are one list, each fault in its own column', async () => {
  const header = `${HEADER},信用分下限,排除行业,准入条件`;
  const file = (points: string, industry: string, further: string) =>
    utf8(`${header}\n${rowOf()},${points},${industry},"${further.replaceAll('"', '""')}"\n`);
  const { taken } = await readAgain(
    file('600', 'C25、K', '[{"fact":"tax_arrears_fen","atMost":0}]'),
  );
  expect(taken[0]?.product.eligibility).toEqual([
    { fact: 'points', atLeast: 600 },
    { fact: 'industry', except: ['C25', 'K'] },
    { fact: 'tax_arrears_fen', atMost: 0 },
  ]);
  const { refused } = await readAgain(file('6000', 'C99', '[{"fact":"points","atLeast":-1}]'));
  expect(refused[0]?.refusals.map(({ code, column }) => `${code} ${column}`)).toEqual([
    'out_of_range 信用分下限',
    'not_in_list 排除行业',
    'out_of_range 准入条件',
  ]);
});

test('JSON tells products as over HTTP, with their version where it is told', () => {
  const { version: _, status: __, ...terms } = aProduct();
  const { taken, refused } = readProductItems([
    terms,
    aProduct({ id: 'product_two', version: 7, status: 'suspended' }),
    { ...terms, id: 'product_three', principal: { min: 5, max: 1 } },
    'none',
  ]);
  expect(taken.map(({ product }) => product)).toEqual([
    aProduct(),
    aProduct({ id: 'product_two', version: 7, status: 'suspended' }),
  ]);
  expect(refused.map(({ line, refusals }) => [line, refusals[0]?.code])).toEqual([
    [3, 'out_of_range'],
    [4, 'wrong_type'],
  ]);
});

test('a formula that comes back is refused again until it is mended', async () => {
  const { refused } = await readAgain(fileOf(rowOf({ 3: '=1+1' })));
  const returned = returnedProducts(refused, 'en');
  const again = await readAgain(utf8(returned));
  expect(again.refused.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
    ['formula_in_cell'],
  ]);
  expect((await readAgain(utf8(returned.replace(/'=1\+1[^,]*/, '甲')))).taken).toHaveLength(1);
});

/** What people and programs leave in cells. */
const anyCell = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    '-',
    'N/A',
    '无',
    '1 year minimum term',
    '200,000',
    '0.0385',
    '担保费|企业',
    '[{}]',
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '{"a":',
    '[[[[]]]]',
    '\\',
    '＝1',
    '#REF!',
    '1e9',
    '²',
  ),
);

const anyChange = fc.array(fc.tuple(fc.nat(productHeader.length - 1), anyCell), {
  minLength: 1,
  maxLength: 4,
});

test('whatever stands in its cells, a row is a lawful product or refused with columns and reasons', async () => {
  const lawful = writeProductRow(aProduct());
  await fc.assert(
    fc.asyncProperty(anyChange, async (changes) => {
      const changed = new Map(changes);
      const cells = lawful.map((cell, place) => changed.get(place) ?? cell);
      const { taken, refused } = await readAgain(utf8(csvText([productHeader, cells])));
      expect(taken.length + refused.length).toBe(1);
      for (const { product } of taken) expect(checkProduct(termsOf(product))).toEqual([]);
      for (const fault of refused.flatMap(({ refusals }) => refusals)) {
        expect(fault.column, fault.code).toBeDefined();
        expect(faultText(fault, 'zh')).toContain(fault.column);
      }
    }),
    { numRuns: 300 },
  );
});

test('headers are met in English and by any width, and GB18030 is read', async () => {
  const english = new Map(productColumns.map(({ zh, aliases = [] }) => [zh, aliases[0] ?? zh]));
  const renamed = HEADER.split(',').map((zh) => {
    const en = english.get(zh) ?? english.get(zh.replace('（元）', '（万元）')) ?? zh;
    return zh.includes('（元）') ? en.replace('10k yuan', 'yuan') : en;
  });
  const latin = await readAgain(utf8(`${renamed.join(',')}\n${rowOf()}\n`));
  expect(latin.taken).toHaveLength(1);
  expect(latin.taken[0]?.product.principal).toEqual({ min: 10_000_000, max: 300_000_000 });
  const narrow = HEADER.replaceAll('（', ' (').replaceAll('）', ')');
  expect((await readAgain(utf8(`${narrow}\n${rowOf()}\n`))).taken).toEqual(latin.taken);
  const chinese = Uint8Array.from([0xd0, 0xc5, 0xd3, 0xc3]);
  const bytes = utf8(
    `${renamed.join(',')}\n${rowOf({ 2: 'B', 3: 'N', 4: 'business_loan', 7: 'single', 10: 'fixed', 13: '@@', 14: 'orders', 15: 'bullet' })}\n`,
  );
  const place = Buffer.from(bytes).indexOf('@@');
  const legacy = Buffer.concat([bytes.subarray(0, place), chinese, bytes.subarray(place + 2)]);
  expect((await readAgain(legacy)).taken[0]?.product.guarantees).toEqual(['unsecured']);
});

test('a formula of a sheet is refused in its column, and so is what else is wrong in the row', async () => {
  const [header = '', row = ''] = [HEADER, rowOf({ 6: '' })].map((line) =>
    line.replaceAll('"', ''),
  );
  const cells = row.split(',').map((text, place) => (place === 5 ? formula('A1*2', '7') : text));
  const { refused } = await readAgain(sheet(header.split(','), cells));
  expect(refused[0]?.refusals.map(({ code, column }) => `${code} ${column}`)).toEqual([
    'formula_in_cell 最低金额（元）',
    'required 最高金额（元）',
  ]);
});

test('a row that does not fit its header is refused as a whole', async () => {
  const { refused } = await readAgain(fileOf(`${rowOf()},"one more"`));
  expect(refused[0]?.refusals).toMatchObject([{ code: 'column_count' }]);
});
