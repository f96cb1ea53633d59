import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditRecord } from '#domain/credit/record';
import { yuan } from '#domain/money';
import type { FactName } from '#domain/scoring/facts';
import { date } from '#domain/time';
import {
  aRecord,
  EVERY,
  insurance,
  invoices,
  NONE,
  penalty,
  readAll,
  registered,
  taxGrade,
  unregistered,
  valuesOf,
} from './build.ts';

const owed = (
  catalogue: 'tax-arrears' | 'judgment-debtor' | 'dishonest-debtor',
  on: string,
  content: CreditRecord['content'],
  to?: string,
) => aRecord({ catalogue, key: on, on, to, content });

describe('registration', () => {
  test('tells age, capital, status and form', () => {
    const record = aRecord({
      catalogue: 'enterprise-registration',
      key: '',
      on: '2016-03-31',
      content: { legal_form: 'company' },
    });
    const facts = readAll([record]);
    expect(
      valuesOf(facts, 'age_months', 'registered_capital_fen', 'operating', 'legal_form'),
    ).toEqual({
      age_months: 120,
      registered_capital_fen: yuan(5_000_000),
      operating: true,
      legal_form: 'company',
    });
    expect(facts.age_months?.evidence).toEqual([record.id]);
  });

  test('of a firm founded after the day tells no age', () => {
    const enterprise = { ...registered, establishedOn: date('2026-04-01') };
    expect(readAll([], { enterprise }).age_months).toBeUndefined();
  });

  test('of a cancelled firm says that it does not operate', () => {
    const facts = readAll([], { enterprise: { ...registered, status: 'cancelled' } });
    expect(facts.operating?.value).toBe(false);
  });
});

describe('social insurance', () => {
  const year = Array.from(
    { length: 12 },
    (_, index) => `2025-${String(index + 1).padStart(2, '0')}`,
  );

  test('is read of the twelve months that end with the last one delivered', () => {
    const facts = readAll(
      insurance(
        ['2024-12', 10],
        ...year.map((month) => [month, 12, month === '2025-06' ? 'no' : 'yes'] as const),
      ),
    );
    expect(
      valuesOf(facts, 'insured_headcount', 'insured_months_of_12', 'insured_headcount_growth_bp'),
    ).toEqual({
      insured_headcount: 12,
      insured_months_of_12: 11,
      insured_headcount_growth_bp: 2_000,
    });
  });

  test('of which nothing came for a quarter is not known, and never zero', () => {
    expect(readAll(insurance(['2025-11', 10])).insured_headcount).toBeUndefined();
    expect(readAll(insurance(['2025-12', 10])).insured_headcount?.value).toBe(10);
    expect(readAll([]).insured_months_of_12).toBeUndefined();
  });

  test('of months after the day is left aside', () => {
    expect(readAll(insurance(['2026-03', 7], ['2026-04', 9])).insured_headcount?.value).toBe(7);
  });
});

describe('tax', () => {
  test.each([
    [[taxGrade(2023, 'A'), taxGrade(2024, 'A')], 'A', 2],
    [[taxGrade(2022, 'A'), taxGrade(2024, 'A')], 'A', 1], // A year is missing between.
    [[taxGrade(2023, 'A'), taxGrade(2024, 'B')], 'B', 0],
    [[taxGrade(2024, 'B'), taxGrade(2025, 'A')], 'B', 0], // 2025 is published after the day.
    [[taxGrade(2023, 'A')], undefined, undefined], // Too old.
    [[], undefined, undefined],
  ])('grades %# give %s and %s years of A', (records, grade, years) => {
    const asOf = date('2026-03-31');
    expect(valuesOf(readAll(records, { asOf }), 'tax_grade', 'tax_grade_a_years')).toEqual({
      tax_grade: grade,
      tax_grade_a_years: years,
    });
  });

  test.each([
    [{}, undefined, 300],
    [{ cleared_on: '2026-03-31' }, undefined, 0],
    [{ cleared_on: '2026-04-01' }, undefined, 300],
    [{}, '2026-03-30', 0],
  ])('arrears with %o, in force until %s, are %s yuan', (content, to, expected) => {
    const records = [owed('tax-arrears', '2025-01-01', { amount: yuan(300), ...content }, to)];
    expect(readAll(records).tax_arrears_fen?.value).toBe(yuan(expected));
  });
});

describe('penalties', () => {
  const names: readonly FactName[] = [
    'penalties_minor_36m',
    'penalties_general_36m',
    'penalties_serious_36m',
    'penalty_amount_36m_fen',
  ];
  const of = (...records: readonly CreditRecord[]) =>
    names.map((name) => readAll(records)[name]?.value);

  test.each([
    ['none', [], [0, 0, 0, 0]],
    ['one in force', [penalty('2025-10-01', 'general', { fine: 100 })], [0, 1, 0, 10_000]],
    ['one that has run out', [penalty('2025-10-01', 'minor', { to: '2026-03-30' })], [0, 0, 0, 0]],
    ['one on its last day', [penalty('2025-10-01', 'minor', { to: '2026-03-31' })], [1, 0, 0, 0]],
    ['one after the day', [penalty('2026-04-01', 'serious')], [0, 0, 0, 0]],
    ['one of 36 months ago', [penalty('2023-03-31', 'serious')], [0, 0, 0, 0]],
    ['one a day younger', [penalty('2023-04-01', 'serious')], [0, 0, 1, 0]],
    [
      'two',
      [penalty('2025-10-01', 'minor', { fine: 1 }), penalty('2025-11-01', 'serious', { fine: 2 })],
      [1, 0, 1, 300],
    ],
  ] as const)('%s', (_, records, expected) => {
    expect(of(...records)).toEqual(expected);
  });

  test('months since the last one', () => {
    const facts = readAll([penalty('2025-10-01', 'minor'), penalty('2025-12-31', 'general')]);
    expect(facts.months_since_last_penalty?.value).toBe(3);
    expect(readAll([]).months_since_last_penalty).toBeUndefined();
  });

  test('the latest ten are the evidence', () => {
    const records = Array.from({ length: 12 }, (_, index) =>
      penalty(`2025-10-${10 + index}`, 'minor'),
    );
    const { evidence = [] } = readAll(records).penalties_minor_36m ?? {};
    expect(evidence).toHaveLength(10);
    expect(evidence[0]).toContain('2025-10-21');
  });
});

describe('silence', () => {
  const clean: readonly FactName[] = [
    'penalties_minor_36m',
    'penalties_serious_36m',
    'penalty_amount_36m_fen',
    'tax_arrears_fen',
    'judgment_debts_open',
    'judgment_debt_fen',
    'dishonest_debtor',
    'licences_in_force',
    'licences_lost_24m',
    'honours_in_force',
    'high_level_honours_in_force',
  ];

  test('means none where the city collects the catalogue and the firm is registered', () => {
    const facts = readAll([]);
    expect(clean.map((name) => facts[name]?.value)).toEqual(
      clean.map((name) => (name === 'dishonest_debtor' ? false : 0)),
    );
  });

  test.each([
    ['the city collects nothing', { complete: NONE }],
    ['the register told nothing of the firm', { enterprise: unregistered, complete: EVERY }],
  ])('means nothing where %s', (_, told) => {
    expect(valuesOf(readAll([], told), ...clean)).toEqual({});
  });

  test('does not hide what is there', () => {
    const facts = readAll(
      [penalty('2026-01-01', 'minor'), owed('dishonest-debtor', '2026-01-01', {})],
      { complete: NONE },
    );
    expect(valuesOf(facts, ...clean)).toEqual({ penalties_minor_36m: 1, dishonest_debtor: true });
  });
});

describe('courts', () => {
  test.each([
    ['one open', [owed('judgment-debtor', '2025-01-01', { amount: 500 })], [1, 500]],
    ['one without amount', [owed('judgment-debtor', '2025-01-01', {})], [1, undefined]],
    [
      'one closed',
      [owed('judgment-debtor', '2025-01-01', { amount: 500, closed_on: '2026-03-01' })],
      [0, 0],
    ],
    [
      'two open',
      [
        owed('judgment-debtor', '2025-01-01', { amount: 500 }),
        owed('judgment-debtor', '2025-02-01', { amount: 70 }),
      ],
      [2, 570],
    ],
  ] as const)('judgment debts: %s', (_, records, expected) => {
    const facts = readAll(records);
    expect([facts.judgment_debts_open?.value, facts.judgment_debt_fen?.value]).toEqual(expected);
  });

  test.each([
    [{}, true],
    [{ removed_on: '2026-03-31' }, false],
    [{ removed_on: '2026-04-01' }, true],
  ])('a dishonest debtor with %o is one: %s', (content, expected) => {
    const facts = readAll([owed('dishonest-debtor', '2025-01-01', content)]);
    expect(facts.dishonest_debtor?.value).toBe(expected);
  });
});

describe('licences and honours', () => {
  const licence = (on: string, content: CreditRecord['content'], to?: string) =>
    aRecord({ catalogue: 'administrative-licence', key: on, on, to, content });
  const honour = (on: string, level: string, validTo?: string) =>
    aRecord({
      catalogue: 'honour',
      key: on,
      on,
      content: { level, ...(validTo !== undefined && { valid_to: validTo }) },
    });

  test.each([
    ['valid', licence('2025-06-01', { state: 'valid', valid_to: '2028-01-01' }), [1, 0]],
    ['run out', licence('2022-06-01', { state: 'valid', valid_to: '2025-01-01' }), [0, 0]],
    ['invalid', licence('2025-06-01', { state: 'invalid' }, '2025-05-31'), [0, 1]],
    ['long invalid', licence('2020-06-01', { state: 'invalid' }, '2020-05-31'), [0, 0]],
  ] as const)('a licence that is %s', (_, record, expected) => {
    const facts = readAll([record]);
    expect([facts.licences_in_force?.value, facts.licences_lost_24m?.value]).toEqual(expected);
  });

  test('an honour counts until it ends, and those of province or state are told apart', () => {
    const facts = readAll([
      honour('2024-01-01', 'city'),
      honour('2024-02-01', 'province'),
      honour('2024-03-01', 'national', '2026-03-30'),
    ]);
    expect(valuesOf(facts, 'honours_in_force', 'high_level_honours_in_force')).toEqual({
      honours_in_force: 2,
      high_level_honours_in_force: 1,
    });
  });
});

test('the order of records never matters', () => {
  const records = [
    ...invoices(
      { on: '2024-01-05', yuan: 10, with: 'B1' },
      { on: '2025-05-05', yuan: 30, with: 'B2' },
      { on: '2026-01-05', yuan: 30, with: 'B1' },
      { on: '2026-01-06', yuan: 20, with: 'A1', direction: 'purchase' },
    ),
    ...insurance(['2025-01', 3], ['2026-01', 4]),
    taxGrade(2023, 'A'),
    taxGrade(2024, 'A'),
    penalty('2025-10-01', 'minor'),
    penalty('2025-10-01', 'serious', { fine: 7 }),
    owed('tax-arrears', '2025-01-01', { amount: 5 }),
    owed('judgment-debtor', '2025-01-01', { amount: 5 }),
  ];
  const facts = JSON.stringify(readAll(records));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(records, { minLength: records.length }),
      (shuffled: CreditRecord[]) => {
        expect(JSON.stringify(readAll(shuffled))).toBe(facts);
      },
    ),
  );
});
