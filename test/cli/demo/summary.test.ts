import { expect, test } from 'vitest';
import { type CitySummary, renderSummary } from '#cli/demo/summary';
import { alignTable, padLeft, widthOf } from '#cli/demo/width';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import { needId } from '#domain/ids';
import { yuan } from '#domain/money';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';

test('a Chinese character takes two columns', () => {
  expect(widthOf('税易贷 A')).toBe(8);
  expect(padLeft('法院', 6)).toBe('  法院');
});

test('columns stand under each other whatever the script', () => {
  const widths = alignTable([
    ['市场监管', '1'],
    ['tax', '12,345'],
  ]).map(widthOf);
  expect(new Set(widths).size).toBe(1);
});

const parsed = parseUnifiedCode('91320508MA00004370');
const id = needId('need_demo-7-001');
if (!parsed.ok || !id) throw new Error('the example is lawful');

const counts = {
  delivered: 2034,
  accepted: 1998,
  warned: 9,
  corrected: 6,
  duplicate: 8,
  unlinked: 0,
  refused: 13,
};

const city: CitySummary = {
  url: 'http://localhost:3000',
  seed: 7,
  asOf: '2026-11-20',
  suppliers: [
    { supplier: 'supplier_market-regulation', counts },
    { supplier: 'supplier_court', counts: { ...counts, delivered: 212 } },
  ],
  firms: 2000,
  grades: [
    { grade: '–', firms: 10 },
    { grade: 'A', firms: 700 },
    { grade: 'AAA', firms: 60 },
    { grade: 'BBB', firms: 1230 },
  ],
  whitelist: { name: '推荐清单', listed: 431, considered: 2000 },
  products: 350,
  banks: 12,
  needs: 300,
  needsMet: 267,
  samples: [
    {
      firm: '昆山霁禾精密机械有限公司',
      points: 712,
      eligible: 41,
      need: {
        id,
        code: parsed.value,
        principal: yuan(1_500_000),
        term: months(12),
        purpose: 'working_capital',
        guarantees: ['unsecured', 'risk_fund'],
        rateCeiling: basisPoints(450),
        validTo: date('2027-02-18'),
      },
      best: {
        productName: '税易贷',
        bankName: '吴渚银行',
        expectedRate: 362,
        eligible: true,
        rank: 1,
        points: 88,
        why: [
          { factor: 'price', points: 50, max: 60, value: 362 },
          { factor: 'speed', points: 15, max: 15, value: 1 },
          { factor: 'collateral', points: 15, max: 15, value: 'unsecured' },
          { factor: 'headroom', points: 8, max: 10, value: 120_000_000 },
        ],
      },
      misfit: {
        productName: '专精特新贷',
        bankName: '平澜银行苏州分行',
        eligible: false,
        failed: [
          { criterion: 'min_points', required: 720, actual: 712 },
          { criterion: 'principal', required: [200_000_000, 500_000_000], actual: 150_000_000 },
          { criterion: 'industry', required: ['I', 'M'], actual: 'C3484' },
          { criterion: 'min_annual_sales', required: 1_000_000_000, actual: 'unknown' },
        ],
      },
    },
  ],
};

test('the summary is laid out as the golden text', async () => {
  await expect(`${renderSummary(city)}\n`).toMatchFileSnapshot('summary.golden.txt');
});
