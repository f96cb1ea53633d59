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
        audience: { to: 'all' },
        visibility: 'named',
        validTo: date('2027-02-18'),
      },
      best: {
        product: 'product_a',
        version: 1,
        name: '税易贷',
        bank: 'bank_wuzhu',
        bankName: '吴渚银行',
        expectedRate: 362,
        verdict: 'yes',
        rank: 1,
        points: 88,
        allInRate: 368,
        why: [
          { factor: 'cost', points: 42, max: 50, value: 368 },
          { factor: 'likelihood', points: 16, max: 20, value: 8_100 },
          { factor: 'speed', points: 15, max: 15, value: 1 },
          { factor: 'fit', points: 15, max: 15, value: 10_000 },
        ],
      },
      misfit: {
        product: 'product_b',
        version: 2,
        name: '专精特新贷',
        bank: 'bank_pinglan',
        bankName: '平澜银行苏州分行',
        verdict: 'no',
        reasons: [0, 1, 2, 3],
      },
      findings: [
        {
          code: 'principal',
          verdict: 'no',
          required: [200_000_000, 500_000_000],
          actual: 150_000_000,
        },
        { code: 'points', verdict: 'no', required: { fact: 'points', atLeast: 720 }, actual: 712 },
        {
          code: 'industry',
          verdict: 'no',
          required: { fact: 'industry', in: ['I', 'M'] },
          actual: 'C3484',
        },
        {
          code: 'sales_12m_fen',
          verdict: 'unknown',
          required: { fact: 'sales_12m_fen', atLeast: 1_000_000_000 },
          provide: { how: 'disclose', categories: ['invoices'] },
        },
      ],
    },
  ],
};

test('the summary is laid out as the golden text', async () => {
  await expect(`${renderSummary(city)}\n`).toMatchFileSnapshot('summary.golden.txt');
});
