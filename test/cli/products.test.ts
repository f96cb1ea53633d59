import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PRODUCT_MAPPING_EXAMPLE } from '#cli/product-file';
import { productMappingSchema } from '#platform/schemas/product-file';
import { productCsv } from '#platform/write-product-file';
import { aNeed, aProduct, needTerms } from '#test/support/builders';
import { aDesk } from './a-desk.ts';

const { xyd, put, read, path } = aDesk();
const day = ['--as-of', '2026-03-02'] as const;

const good = productCsv([aProduct(), aProduct({ id: 'product_two', name: '=二' })]);
const bad = good
  .replace('product_quick', 'product_bad')
  .replace(/,10,300,/, ',1 year minimum term,300,');

test('a file is checked without a store: what is refused comes back, and mended it is lawful', () => {
  put('products.csv', bad);
  const { status, stdout } = xyd('products', 'check', 'products.csv', '--refused', 'mend.csv');
  expect(status).toBe(1);
  expect(stdout).toContain('products.csv: 1 lawful, 1 refused');
  expect(stdout).toMatch(/line 2: 最低金额（万元） is no amount.*1 year minimum term.*money_wrong/);
  expect(read('mend.csv')).toContain('拒绝原因');
  put('mend.csv', read('mend.csv').replace('1 year minimum term', '10'));
  const mended = xyd('products', 'check', 'mend.csv', '--json');
  expect(mended.status).toBe(0);
  expect(JSON.parse(mended.stdout)).toMatchObject({
    taken: [{ line: 2, product: { id: 'product_bad', name: '信用快贷' } }],
    refused: [],
  });
});

test('imported twice a file is drafted once, and what is drafted is not yet in the market', () => {
  put('products.csv', good);
  const args = ['products', 'import', 'products.csv', '--bank', 'bank_gusu', ...day] as const;
  expect(xyd(...args).stdout).toContain('2 drafted, 0 as they were, 0 refused');
  expect(xyd(...args).stdout).toContain('0 drafted, 2 as they were, 0 refused');
  const out = xyd('products', 'export', '--out', 'market.xlsx', ...day);
  expect(out).toMatchObject({ status: 0, stdout: '', stderr: 'market.xlsx holds 0 products.\n' });
  expect(readFileSync(path('market.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

test('a bank imports none of another bank', () => {
  put('products.csv', good);
  const { status, stdout } = xyd(
    ...['products', 'import', 'products.csv', '--bank', 'bank_other', '--json', ...day],
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    drafted: [],
    refused: [{ refusals: [{ code: 'id_differs' }] }, { refusals: [{ code: 'id_differs' }] }],
  });
});

test('a need is matched with the lawful rows of a file, and the others are told', () => {
  put('products.csv', bad);
  put('need.json', JSON.stringify({ ...needTerms(), id: aNeed().id }));
  const args = ['match', '--need', 'need.json', '--products', 'products.csv', '--json', ...day];
  const { status, stdout, stderr } = xyd(...args);
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(
      /products\.csv, line 2: 最低金额.*\[money_wrong at principal\.min\]/,
    ),
  });
  expect(stdout).toContain('product_two');
  expect(stdout).not.toContain('product_bad');
  put('none.csv', bad.split('\n').slice(0, 2).join('\n'));
  const none = xyd('match', '--need', 'need.json', '--products', 'none.csv', ...day);
  expect(none).toMatchObject({ status: 2, stdout: '' });
  expect(none.stderr).toContain('money_wrong');
});

test('every column tells what it is called, whether it is needed, and an example', () => {
  const { stdout } = xyd('products', 'columns', '--json');
  expect(stdout.split('\n')[0]).toBe(
    '{"id":"id","zh":"产品编号","aliases":["Product id"],"cell":"id","required":true,"example":"product_quick"}',
  );
});

test.each([
  [['products'], /takes check, import, export, columns/],
  [['products', 'constructor'], /takes check/],
  [['products', 'check'], /Say which file/],
  [['products', 'check', 'nowhere.csv'], /There is no file/],
  [['products', 'import', 'products.csv'], /needs --bank/],
  [['products', 'check', 'products.csv', '--bank', 'gusu'], /--bank is bank_/],
  [['products', 'check', 'products.csv', '--mapping', 'products.csv'], /is not JSON/],
  [['products', 'export'], /needs --out/],
  [['products', 'export', '--out', 'market.txt'], /ends in \.csv or \.xlsx/],
])('%j is bad usage', (args, sentence) => {
  const run = xyd(...args);
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toMatch(sentence);
});

test('the mapping that the usage shows is one', () => {
  expect(productMappingSchema.parse(JSON.parse(PRODUCT_MAPPING_EXAMPLE))).toMatchObject({
    foreignIds: true,
  });
});
