import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditRecord } from '#domain/credit/record';
import { expertCard } from '#domain/scoring/expert-card';
import type { Facts } from '#domain/scoring/facts';
import type { Score } from '#domain/scoring/score';
import { MAX_REASONS, score } from '#domain/scoring/score-enterprise';
import { date } from '#domain/time';
import {
  AS_OF,
  aRecord,
  EVERY,
  type Invoice,
  insurance,
  invoices,
  NONE,
  penalty,
  readAll,
  registered,
  taxGrade,
  unregistered,
} from './build.ts';

const scoreOf = (facts: Facts, enterprise = registered): Score =>
  score({ card: expertCard, facts, enterprise, asOf: AS_OF });
const scoreFor = (records: readonly CreditRecord[], told: Parameters<typeof readAll>[1] = {}) =>
  scoreOf(readAll(records, told), told.enterprise);
const indicatorOf = (of: Score, id: string) =>
  of.dimensions.flatMap((dimension) => dimension.indicators).find((one) => one.id === id);
const sumOf = (of: Score) =>
  of.dimensions.reduce((total, dimension) => total + dimension.points, 0);

const aSale: fc.Arbitrary<Invoice> = fc.record({
  on: fc.nat(900).map((days) => new Date(Date.UTC(2023, 9, 1 + days)).toISOString().slice(0, 10)),
  yuan: fc.integer({ min: -10_000, max: 5_000_000 }),
  with: fc.constantFrom('B1', 'B2', 'B3', 'B4'),
  direction: fc.constantFrom('sale' as const, 'purchase' as const),
  status: fc.constantFrom('valid' as const, 'valid' as const, 'void' as const),
});
const aPenalty = fc
  .record({
    days: fc.nat(1_500),
    severity: fc.constantFrom('minor' as const, 'general' as const, 'serious' as const),
    fine: fc.nat(3_000_000),
    ends: fc.boolean(),
  })
  .map(({ days, severity, fine, ends }) => {
    const on = new Date(Date.UTC(2022, 2, 1 + days)).toISOString().slice(0, 10);
    const key = `${on}-${severity}-${fine}`;
    return penalty(on, severity, { fine, key, ...(ends && { to: '2026-01-01' }) });
  });
const someRecords = fc
  .record({
    sales: fc.array(aSale, { maxLength: 40 }),
    penalties: fc.uniqueArray(aPenalty, { maxLength: 5, selector: ({ id }) => id }),
    grades: fc.subarray([taxGrade(2022, 'A'), taxGrade(2023, 'C'), taxGrade(2024, 'A')]),
    debts: fc.subarray([
      aRecord({ catalogue: 'dishonest-debtor', key: '1', on: '2025-01-01' }),
      aRecord({ catalogue: 'judgment-debtor', key: '1', on: '2025-01-01', content: { amount: 9 } }),
      aRecord({ catalogue: 'tax-arrears', key: '1', on: '2025-01-01', content: { amount: 9 } }),
    ]),
    insured: fc.subarray([...insurance(['2026-01', 30], ['2025-01', 20])]),
  })
  .map(({ sales, penalties, grades, debts, insured }) => [
    ...invoices(...sales),
    ...penalties,
    ...grades,
    ...debts,
    ...insured,
  ]);
const someCity = fc.record({
  enterprise: fc.constantFrom(registered, unregistered),
  complete: fc.constantFrom(EVERY, NONE),
});

describe('a score', () => {
  test('of a firm of which nothing is known is neutral, covers nothing and gives no reason', () => {
    const neutral = scoreOf({}, unregistered);
    expect(neutral).toMatchObject({ coverage: 0, vetoes: [], reasons: [], facts: {} });
    expect(neutral.size).toBeUndefined();
    expect(neutral.points).toBe(674);
  });

  test('names points, maximum and value of every indicator', () => {
    const told = scoreFor([penalty('2026-01-01', 'general', { fine: 20_000 })]);
    expect(indicatorOf(told, 'general_penalties')).toEqual({
      id: 'general_penalties',
      points: 17,
      max: 28,
      value: 1,
    });
    expect(indicatorOf(told, 'sales')).toEqual({ id: 'sales', points: 24, max: 40 });
  });

  test.each([
    ['one fen', 1, 4],
    ['a fen below 100,000 yuan', 9_999_999, 4],
    ['100,000 yuan', 10_000_000, 8],
    ['nothing', 0, 0],
    ['less than nothing', -5, 0],
    ['a billion', 100_000_000_000, 40],
  ])('puts sales of %s into its bin', (_, value, points) => {
    const told = scoreOf({ sales_12m_fen: { value, evidence: [] } });
    expect(indicatorOf(told, 'sales')?.points).toBe(points);
  });

  test('takes a value that no bin names for not known', () => {
    const told = scoreOf({ tax_grade: { value: 'X', evidence: [] } });
    expect(indicatorOf(told, 'tax_grade')).toEqual({ id: 'tax_grade', points: 36, max: 60 });
    expect([told.coverage, told.reasons]).toEqual([0, []]);
  });

  test('covers the share of the maxima whose facts are known', () => {
    const told = scoreOf({
      tax_grade: { value: 'A', evidence: [] },
      operating: { value: true, evidence: [] },
    });
    expect(told.coverage).toBe(805); // 60 + 25 of 1056: a bonus counts with all it has.
  });

  test('gives at most four reasons, most points lost first, ties in the card’s order', () => {
    const told = scoreOf({
      sales_12m_fen: { value: 0, evidence: [] }, // 40 lost.
      sales_months_of_12: { value: 0, evidence: [] }, // 20
      days_since_last_sale: { value: 999, evidence: [] }, // 20
      tax_grade: { value: 'D', evidence: [] }, // 60
      void_sales_bp: { value: 0, evidence: [] }, // Nothing.
      customers: { value: 0, evidence: [] }, // 14
    });
    expect(told.reasons.map(({ code, points }) => [code, points])).toEqual([
      ['tax_grade_below_a', 60],
      ['low_sales', 40],
      ['months_without_sales', 20],
      ['no_recent_sales', 20],
    ]);
  });

  test('gives the records with the reason', () => {
    const record = penalty('2026-01-01', 'serious');
    const [first] = scoreFor([record]).reasons;
    expect(first).toEqual({ code: 'serious_penalties', points: 30, records: [record.id] });
  });

  test('tells the size from insured people and invoiced sales', () => {
    const records = [
      ...insurance(['2026-01', 30]),
      ...invoices({ on: '2026-01-01', yuan: 4_000_000, with: 'B1' }),
    ];
    expect(scoreFor(records).size).toBe('small');
    expect(scoreFor(insurance(['2026-01', 30])).size).toBeUndefined();
  });
});

describe('a veto', () => {
  const debtor = aRecord({ catalogue: 'dishonest-debtor', key: '1', on: '2025-01-01' });

  test('caps the points, comes first among the reasons and is not said twice', () => {
    const told = scoreFor([debtor, ...insurance(['2026-01', 30])]);
    expect(told).toMatchObject({ points: 400, grade: 'E', vetoes: ['dishonest_debtor_in_force'] });
    expect(told.reasons[0]).toEqual({
      code: 'dishonest_debtor_in_force',
      points: sumOf(told) - 400,
      records: [debtor.id],
    });
    expect(told.reasons.map(({ code }) => code)).not.toContain('dishonest_debtor');
  });

  test('holds no longer than its record', () => {
    const ended = { ...debtor, validity: { from: date('2025-01-01'), to: date('2026-03-30') } };
    expect(scoreFor([ended]).vetoes).toEqual([]);
  });

  test('of two, the lower cap holds', () => {
    const told = scoreFor([debtor], { enterprise: { ...registered, status: 'revoked' } });
    expect(told.vetoes).toEqual(['not_operating', 'dishonest_debtor_in_force']);
    expect(told.points).toBe(300);
  });

  test('never comes of what is not known', () => {
    fc.assert(
      fc.property(someRecords, someCity, (records, city) => {
        const facts = readAll(records, city);
        const { operating: _, dishonest_debtor: __, ...rest } = facts;
        expect(scoreOf(rest).vetoes).toEqual([]);
      }),
    );
  });
});

describe('whatever the records', () => {
  test('points lie between 0 and 1000 and are the sum of the dimensions unless capped', () => {
    fc.assert(
      fc.property(someRecords, someCity, (records, city) => {
        const told = scoreFor(records, city);
        const caps = expertCard.vetoes.filter(({ code }) => told.vetoes.includes(code));
        expect(told.points).toBe(Math.min(sumOf(told), ...caps.map(({ cap }) => cap)));
        expect(told.points >= 0 && told.points <= 1000).toBe(true);
        expect(told.reasons.length).toBeLessThanOrEqual(MAX_REASONS);
        for (const { indicators, points } of told.dimensions)
          expect(indicators.reduce((total, one) => total + one.points, 0)).toBe(points);
      }),
    );
  });

  test('a new penalty never raises the points', () => {
    fc.assert(
      fc.property(someRecords, aPenalty, someCity, (records, further, city) => {
        const others = records.filter(({ id }) => id !== further.id);
        const before = scoreFor(others, city).points;
        expect(scoreFor([...others, further], city).points).toBeLessThanOrEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  test('the order of records never matters, and the same records are the same JSON', () => {
    fc.assert(
      fc.property(someRecords, someCity, (records, city) => {
        const told = JSON.stringify(scoreFor(records, city));
        expect(JSON.stringify(scoreFor(records.toReversed(), city))).toBe(told);
        expect(JSON.stringify(scoreFor(records, city))).toBe(told);
      }),
    );
  });

  test('what is not known is never a reason', () => {
    fc.assert(
      fc.property(someRecords, someCity, (records, city) => {
        const told = scoreFor(records, city);
        const codes = expertCard.dimensions
          .flatMap((dimension) => [...dimension.indicators])
          .filter(({ fact }) => told.facts[fact] === undefined)
          .map(({ reason }): string => reason);
        expect(told.reasons.filter(({ code }) => codes.includes(code))).toEqual([]);
      }),
    );
  });
});
