import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { auc } from './cumcm2020c/auc.ts';
import { spreadOf } from './cumcm2020c/spread.ts';

const TRIAL = fileURLToPath(new URL('./trial.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'trial-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const trial = (...args: string[]) =>
  spawnSync(process.execPath, [TRIAL, ...args], { encoding: 'utf8' });

const invoices = (party: string, rows: readonly string[]) =>
  [`企业代号,发票号码,开票日期,${party},金额,税额,价税合计,发票状态`, ...rows, ''].join('\n');

/** Two firms: purchases with a red-letter and a void one, sales with one delivered twice. */
function writeFolder(): void {
  const write = (name: string, bytes: string | Uint8Array) =>
    writeFileSync(join(folder, name), bytes);
  write('enterprises.csv', '企业代号,企业名称,信誉评级,是否违约\nE124,甲,A,否\nE125,乙,D,是\n');
  write(
    'invoices-in.csv.gz',
    gzipSync(
      invoices('销方单位代号', [
        'E124,1,2019-12-01,A1,100.1,13.01,113.11,有效发票',
        'E124,2,2019-12-02,A1,-20.05,-2.61,-22.66,有效发票',
        'E125,1,2019-12-02,A2,50,6.5,56.5, 作废发票',
      ]),
    ),
  );
  write(
    'invoices-out.csv',
    invoices('购方单位代号', [
      'E124,7,2020-01-05,B1,1000,130,1130,有效发票',
      'E124,7,2020-01-05,B1,1000,130,1130,有效发票',
      'E125,8,2020-01-06,B1,10,1.3,11.3,有效发票',
    ]),
  );
}

test('the trial reads the folder and finds the same in the store, each invoice once', () => {
  writeFolder();
  const { status, stdout, stderr } = trial('cumcm2020c', folder, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    enterprises: 2,
    invoicesIn: 2,
    invoicesOut: 3,
    amountIn: 8005,
    amountOut: 201_000,
    auc: expect.any(Number),
    pointsByRating: { A: { firms: 1 }, D: { firms: 1 } },
    recommendedByRating: { A: expect.any(Number), D: expect.any(Number) },
    voidIn: 1,
    duplicatesOut: 1,
    recorded: { invoicesIn: 2, invoicesOut: 2, amountIn: 8005, amountOut: 101_000 },
    matched: { needs: 2 },
    batches: { invoicesOut: { delivered: 3, duplicate: 1 } },
  });
});

const PRODUCTS = [
  'productId,category,brand,name,isTailored,min_limit,max_limit,eligibility,rate_min,rate_max,n_rates,n_fees,lastUpdated',
  'LOAN_A 1,BUSINESS_LOANS,Some Bank,Clean,False,"10,000","200,000",x,0.0835,0.1743,1,0,2024-01-01',
  '2,OVERDRAFTS,Some Bank,Words,False,1 year minimum term,5000,x,0.05,0.06,1,0,2024-01-01',
  '3,OVERDRAFTS,Some Bank,Empty,False,,,x,,,0,0,2024-01-01',
  '4,OVERDRAFTS,Some Bank,Reversed,True,5000,300,x,0.07,0.06,1,0,2024-01-01',
  `${'5'.repeat(64)},OVERDRAFTS,Some Bank,Long,True,300,5000,x,0.0999,0.0999,1,0,2024-01-01`,
];

test('every row of open banking is drafted, or refused for the very cells that are wrong', () => {
  writeFileSync(join(folder, 'products.csv'), `${PRODUCTS.join('\n')}\n`);
  const { status, stdout, stderr } = trial('au-products', folder, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    rows: 5,
    drafted: 1,
    draftedAgain: 0,
    refused: 4,
    faults: { min_limit: 2, max_limit: 2, rate_min: 1, rate_max: 2, productId: 1 },
    untrue: [],
  });
});

test('bad usage ends with 2, a folder of another form with 1, each with a sentence', () => {
  expect(trial('cumcm2020c')).toMatchObject({ status: 2, stdout: '' });
  expect(trial('cumcm2021c', folder)).toMatchObject({ status: 2, stdout: '' });
  const odd = trial('cumcm2020c', tmpdir(), '--json');
  expect(odd).toMatchObject({ status: 1, stdout: '' });
  expect(odd.stderr).toMatch(/enterprises\.csv/);
  const away = trial('au-products', join(folder, 'away'));
  expect(away).toMatchObject({ status: 1, stdout: '' });
  expect(away.stderr).toMatch(/There is no folder/);
});

test.each([
  [[3, 2], [1], 1],
  [[1], [2], 0],
  [[2], [2], 0.5],
  [[], [2], null],
])('of good %j and bad %j the area is %j', (good, bad, area) => {
  expect(auc(good, bad)).toBe(area);
});

test('the median of an even number of firms lies between the middle two', () => {
  expect(spreadOf([10, 1, 4, 2])).toEqual({ firms: 4, min: 1, median: 3, mean: 4.3, max: 10 });
});
