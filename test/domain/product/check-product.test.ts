import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, yuan } from '#domain/money';
import { checkProduct } from '#domain/product/check-product';
import { MAX_CRITERION_LIST } from '#domain/product/limits';
import type { Criteria, Product } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { anyProduct } from '../../support/arbitraries.ts';
import { aProduct } from '../../support/builders.ts';

const limits = {
  principal: { min: fen(0), max: yuan(1_000_000_000.01) },
  term: { min: months(0), max: months(361) },
  guarantees: [],
  purposes: [],
  repayments: [],
  decisionDays: 61,
  validFrom: date('2026-03-02'),
  validTo: date('2026-03-01'),
} as const satisfies Partial<Product>;
const fixed = (min: number, max: number): Product['pricing'] => ({
  kind: 'fixed',
  min: basisPoints(min),
  max: basisPoints(max),
});
const lpr = (min: number, max: number): Product['pricing'] => ({
  ...fixed(min, max),
  kind: 'lpr',
  tenor: '1Y',
});

test('refusals come in the documented order', () => {
  const product = aProduct({ ...limits, pricing: fixed(-1, 3601), criteria: { minPoints: 1001 } });
  expect(checkProduct(product).map(({ code, field }) => `${code} ${field}`)).toEqual([
    'out_of_range principal.min',
    'out_of_range principal.max',
    'out_of_range term.min',
    'out_of_range term.max',
    'out_of_range pricing.min',
    'out_of_range pricing.max',
    'required guarantees',
    'required purposes',
    'required repayments',
    'out_of_range decisionDays',
    'out_of_range validTo',
    'out_of_range criteria.minPoints',
  ]);
});

test.each<[string, Partial<Product>, string | undefined]>([
  ['one fen', { principal: { min: fen(1), max: fen(1) } }, undefined],
  ['a billion yuan', { principal: { min: fen(1), max: yuan(1_000_000_000) } }, undefined],
  ['principal the wrong way round', { principal: { min: fen(2), max: fen(1) } }, 'principal.max'],
  ['one to 360 months', { term: { min: months(1), max: months(360) } }, undefined],
  ['term the wrong way round', { term: { min: months(13), max: months(12) } }, 'term.max'],
  ['a fixed rate up to 36 %', { pricing: fixed(0, 3600) }, undefined],
  ['rates the wrong way round', { pricing: fixed(501, 500) }, 'pricing.max'],
  ['a negative fixed rate', { pricing: fixed(-1, 500) }, 'pricing.min'],
  ['a negative spread', { pricing: lpr(-500, 3000) }, undefined],
  ['a spread too low', { pricing: lpr(-501, 0) }, 'pricing.min'],
  ['a spread too high', { pricing: lpr(0, 3001) }, 'pricing.max'],
  ['an answer on the same day', { decisionDays: 0 }, undefined],
  ['half a day', { decisionDays: 0.5 }, 'decisionDays'],
  [
    'one day of validity',
    { validFrom: date('2026-03-01'), validTo: date('2026-03-01') },
    undefined,
  ],
])('%s', (_, told, field) => {
  expect(checkProduct(aProduct(told))[0]?.field).toBe(field);
});

test.each<[Criteria, string | undefined]>([
  [{ minPoints: 0, minAgeMonths: 1200, maxSeriousPenalties: 0 }, undefined],
  [{ minAgeMonths: -1 }, 'out_of_range criteria.minAgeMonths'],
  [{ minAnnualSales: fen(-1) }, 'out_of_range criteria.minAnnualSales'],
  [{ minInsuredHeadcount: 1.5 }, 'out_of_range criteria.minInsuredHeadcount'],
  [{ maxSeriousPenalties: -1 }, 'out_of_range criteria.maxSeriousPenalties'],
  [{ sizes: [] }, 'required criteria.sizes'],
  [{ taxGrades: [] }, 'required criteria.taxGrades'],
  [
    { districts: Array.from({ length: MAX_CRITERION_LIST + 1 }, () => '320508') },
    'too_long criteria.districts',
  ],
  [{ industries: ['C', 'C39', '39', '3921', 'T97'] }, undefined],
  [{ industries: ['c39'] }, 'not_in_list criteria.industries'],
  [{ industries: ['3'] }, 'not_in_list criteria.industries'],
  [{ excludedIndustries: ['J', 'U1'] }, 'not_in_list criteria.excludedIndustries'],
])('of the criteria %j: %s', (criteria, expected) => {
  const [refusal] = checkProduct(aProduct({ criteria }));
  expect(refusal && `${refusal.code} ${refusal.field}`).toBe(expected);
});

test('a product that can be listed is never refused', () => {
  fc.assert(
    fc.property(anyProduct, (product) => {
      expect(checkProduct(product)).toEqual([]);
    }),
  );
});
