import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { productCost } from '#domain/cost/product-cost';
import { yuan } from '#domain/money';
import { basisPoints } from '#domain/rate';
import { months } from '#domain/time';
import { aProduct } from '#test/support/builders';

const XYD = fileURLToPath(new URL('../../packages/cli/xyd.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'xyd-cost-'));
afterAll(() => rmSync(folder, { recursive: true }));

function xyd(locale: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [XYD, 'cost', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: locale },
  });
  return { status, stdout, stderr };
}
const done = (run: ReturnType<typeof xyd>): string => {
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
  return run.stdout;
};

const loan = ['--principal', '1,000,000', '--term', '12', '--repayment', 'equal_instalments'];
const typed = [
  ...loan,
  '--rate',
  '3.85%',
  '--fee',
  'guarantee:1%:upfront',
  '--fee',
  'notary:800:upfront:deducted:bank',
];

test.each([
  ['zh', 'zh_CN.UTF-8', ['--drawn-on', '2026-03-31']],
  ['en', 'C', []],
])('a loan that is typed gets its cost sheet in %s', async (language, locale, more) => {
  await expect(done(xyd(locale, ...typed, ...more))).toMatchFileSnapshot(
    `cost-sheet.${language}.golden.txt`,
  );
});

test('machines read the same in fen and basis points', () => {
  expect(JSON.parse(done(xyd('C', ...typed, '--json')))).toMatchObject({
    principal: 100_000_000,
    interest: 2_097_663,
    fees: 1_000_000,
    nominal: 573,
    effective: 588,
  });
});

const at = (rate: number) => ({
  pricing: { kind: 'fixed', min: basisPoints(rate), max: basisPoints(rate) } as const,
});
const products = [
  aProduct({ id: 'product_dear', name: '贵', ...at(600) }),
  aProduct({ id: 'product_cheap', name: '廉', ...at(380) }),
  aProduct({ id: 'product_long', name: '长', term: { min: months(24), max: months(36) } }),
];
const file = join(folder, 'products.json');
writeFileSync(file, JSON.stringify(products));

test('products of a file are compared, cheapest first, and those that do not lend say why', async () => {
  await expect(done(xyd('C', ...loan, '--products', file))).toMatchFileSnapshot(
    'costs.en.golden.txt',
  );
});

test('one product of a file tells what the domain tells', () => {
  const [product = aProduct()] = products;
  const told = productCost(
    product,
    { principal: yuan(1_000_000), term: months(12), repayment: 'equal_instalments' },
    undefined,
  );
  const answer = done(xyd('C', ...loan, '--products', file, '--product', product.id, '--json'));
  expect(told).toEqual({ ok: true, value: JSON.parse(answer) });
});

test.each([
  [/--principal is an amount/, ['--principal', 'much', ...loan.slice(2), '--rate', '3%']],
  [/--principal is up to 1000000000 yuan/, ['--principal', '0', ...loan.slice(2), '--rate', '3%']],
  [/--term is 1 to 360 months, not 361/, [...loan, '--term', '361', '--rate', '3%']],
  [/--repayment is one of .*, not daily/, [...loan, '--repayment', 'daily', '--rate', '3%']],
  [/--rate is a rate such as 3.85%, not 3.85/, [...loan, '--rate', '3.85']],
  [/--rate is up to 36 %, not 37%/, [...loan, '--rate', '37%']],
  [/yearly rate with --rate/, loan],
  [/--fee KIND is one of .*, not bribe/, [...loan, '--rate', '3%', '--fee', 'bribe:1%:upfront']],
  [/--fee CYCLE is one of .*, not nothing/, [...loan, '--rate', '3%', '--fee', 'notary:1%']],
  [/out_of_range at fees/, [...loan, '--rate', '3%', '--fee', 'other:1000000:upfront']],
  [/--fee goes without --products/, [...typed, '--products', file]],
  [/ask for --products FILE/, [...loan, '--rate', '3%', '--grade', 'A']],
  [/no product product_x in/, [...loan, '--products', file, '--product', 'product_x']],
  [/out_of_range at term/, [...loan, '--products', file, '--product', 'product_long']],
])('%s is said of what is typed wrongly', (sentence, args) => {
  const run = xyd('C', ...args);
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toMatch(sentence);
});
