import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueIds } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';
import type { CreditRecord } from '#domain/credit/record';
import { yuan } from '#domain/money';
import { penaltyDecay, weightOf } from '#domain/scoring/decay';
import type { FactDefinition } from '#domain/scoring/fact-definition';
import { type FactName, factDefinitions, factNames } from '#domain/scoring/facts';
import { date } from '#domain/time';
import { AS_OF, aRecord, NONE, readAll, registered, unregistered } from './build.ts';
import { aKnownFirm } from './every-catalogue.ts';

const definitions: Readonly<Record<FactName, FactDefinition>> = factDefinitions;
const known = readAll(aKnownFirm);

const expected: readonly (readonly [FactName, string | number | boolean])[] = [
  ['paid_in_share_bp', 5_000],
  ['registration_changes_24m', 1],
  ['annual_reports_missed_3y', 1], // 2024 and 2023 are there; of 2022 nothing came.
  ['branches', 1],
  ['owned_real_estate', 1],
  ['debt_ratio_bp', 4_000],
  ['net_margin_bp', 250],
  ['declared_sales_12m_fen', yuan(1_440)],
  ['declared_sales_growth_bp', 2_000],
  ['electricity_growth_bp', -1_000],
  ['exports_12m_fen', yuan(70)],
  ['procurement_wins_24m', 1],
  ['contracts_in_force', 1],
  ['tax_paid_12m_fen', yuan(120)],
  ['housing_fund_months_of_12', 12],
  ['utility_arrears_fen', yuan(30)],
  ['wage_arrears_open', 1],
  ['contracts_performed_36m', 1],
  ['contracts_breached_36m', 1],
  ['commitments_kept_36m', 1],
  ['commitments_broken_36m', 1],
  ['customs_grade', 'certified'],
  ['penalty_weight', 75],
  ['tax_abnormal', true],
  ['abnormal_operation', true],
  ['attention_listed', true],
  ['environmental_grade', 'yellow'],
  ['labour_grade', 'A'],
  ['public_credit_grade', 'B'],
  ['inspections_failed_24m', 1],
  ['inspections_passed_24m', 1],
  ['coercions_in_force', 1],
  ['lawsuits_open', 1],
  ['lawsuits_lost_36m', 1],
  ['judgment_to_sales_bp', 2_000],
  ['bankruptcy_open', true],
  ['real_estate_seized', 1],
  ['real_estate_mortgages', 1],
  ['movables_secured', 1],
  ['technology_grade', 'national'],
  ['invention_patents', 1],
  ['other_patents', 1],
  ['trademarks', 1],
  ['demonstration_grades', 1],
  ['rewards_36m', 1],
  ['qualifications_in_force', 1],
  ['policy_support_36m', 1],
  ['verified_declarations', 1],
  ['size', 'micro'],
];

test.each(expected)('%s is %s', (name, value) => {
  expect(known[name]?.value).toBe(value);
});

test('every fact has a reader', () => {
  expect(factNames.filter((name) => known[name] === undefined)).toEqual([]);
});

test('every fact is of its type, and rests on records of its catalogues', () => {
  for (const name of factNames) {
    const { type, sources, ...definition } = definitions[name];
    const value = known[name]?.value;
    const told = type === 'boolean' ? 'boolean' : type === 'choice' ? 'string' : 'number';
    expect([name, typeof value]).toEqual([name, told]);
    if (typeof value === 'number')
      expect([name, Number.isSafeInteger(value)]).toEqual([name, true]);
    if ('choices' in definition) expect(definition.choices).toContain(value);
    const read = (known[name]?.evidence ?? []).map((id) => id.split('/')[0]);
    expect([name, read.filter((id) => !sources.some((one) => one === id))]).toEqual([name, []]);
  }
});

test('every catalogue that a fact names is one, and at least forty are read', () => {
  const read = new Set(factNames.flatMap((name) => definitions[name].sources));
  for (const id of read) expect(catalogueIds).toContain(id);
  expect(read.size).toBeGreaterThanOrEqual(40);
});

test('of a firm of which the register told nothing, silence tells nothing', () => {
  expect(Object.keys(readAll([], { enterprise: unregistered }))).toEqual(['operating']);
});

test('where the city collects nothing, silence tells nothing of a firm but its register', () => {
  expect(Object.keys(readAll([], { complete: NONE })).toSorted()).toEqual([
    'age_months',
    'operating',
    'registered_capital_fen',
  ]);
});

test('a repaired record changes nothing', () => {
  const withdrawn = { on: AS_OF, by: 'case_1', why: 'repaired' } as const;
  const repaired = aKnownFirm
    .filter(({ catalogue }) => catalogue !== 'enterprise-registration')
    .map((record): CreditRecord => ({ ...record, withdrawn }));
  expect(readAll(repaired)).toEqual(readAll([]));
  expect(readAll(repaired, { complete: NONE })).toEqual(readAll([], { complete: NONE }));
});

/** Catalogues whose records say what a firm once was or did: their past is what one asks for. */
const historic = ['enterprise-registration', 'tax-grade', 'administrative-licence'];
const bounded = aKnownFirm.filter(
  (record) => !record.lines && !historic.includes(record.catalogue),
);

test('a record that has ended changes nothing, one of every catalogue', () => {
  const ended = bounded.map((record): CreditRecord => {
    const from = date('2020-01-01');
    return { ...record, validity: { from, to: date('2026-03-30') } };
  });
  expect(new Set(ended.map(({ catalogue }) => catalogue)).size).toBeGreaterThan(30);
  for (const complete of [undefined, NONE]) {
    const told = complete ? { complete } : {};
    fc.assert(
      fc.property(fc.subarray(ended), (some: CreditRecord[]) => {
        expect(readAll(some, told)).toEqual(readAll([], told));
      }),
    );
  }
});

test('a record of after the day changes nothing', () => {
  const later = bounded.map((record): CreditRecord => {
    const from = date('2026-04-01');
    return { ...record, occurredOn: from, validity: { from } };
  });
  expect(readAll(later)).toEqual(readAll([]));
});

test('the order of records never matters', () => {
  const facts = JSON.stringify(known);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...aKnownFirm], { minLength: aKnownFirm.length }),
      (shuffled: CreditRecord[]) => {
        expect(JSON.stringify(readAll(shuffled))).toBe(facts);
      },
    ),
  );
});

test.each([
  ['2016', '2026-06-30', 3], // 2024, 2023, 2022 were due.
  ['2016', '2026-07-01', 3], // 2025, 2024, 2023.
  ['2024', '2026-06-30', 1],
  ['2025', '2026-06-30', 0],
  ['2025', '2026-07-01', 1],
])('a firm of %s owes on %s %i annual reports', (year, asOf, missed) => {
  const enterprise = { ...registered, establishedOn: date(`${year}-02-01`) };
  const facts = readAll([], { enterprise, asOf: date(asOf) });
  expect(facts.annual_reports_missed_3y?.value).toBe(missed);
});

test.each([
  ['serious', 0, 1_000],
  ['serious', 3, 750],
  ['serious', 12, 500],
  ['serious', 24, 250],
  ['serious', 36, 0],
  ['general', 2, 400],
  ['minor', 2, 100],
  ['minor', 35, 25],
  ['none', 0, 0],
] as const)('a %s penalty of %i months ago weighs %i', (severity, ageMonths, weight) => {
  expect(weightOf(penaltyDecay, { severity, ageMonths })).toBe(weight);
});

test('a grade of two years ago says nothing today', () => {
  const grade = (on: string) =>
    aRecord({ catalogue: 'labour-grade', key: on, on, content: { grade: 'A' } });
  expect(readAll([grade('2024-03-31')]).labour_grade).toBeUndefined();
  expect(readAll([grade('2024-04-01')]).labour_grade?.value).toBe('A');
});

test('sealed catalogues are read by no fact', () => {
  const sealed = Object.values(catalogues).filter(({ sharing }) => sharing === 'sealed');
  const read = new Set<string>(factNames.flatMap((name) => definitions[name].sources));
  expect(sealed.filter(({ id }) => read.has(id))).toEqual([]);
});
