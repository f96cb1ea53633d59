import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allInRate } from '#domain/cost/all-in-rate';
import { compileCatalogue } from '#domain/matching/compile-catalogue';
import { expectedRate } from '#domain/matching/expected-rate';
import { marginOf } from '#domain/matching/margin';
import { match } from '#domain/matching/match';
import { type Histories, rankWeights } from '#domain/matching/rank';
import { yuan } from '#domain/money';
import type { Criterion } from '#domain/product/criterion';
import type { Product } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { months } from '#domain/time';
import { anyApplicant } from '../../support/any-applicant.ts';
import { anyNeed } from '../../support/any-need.ts';
import { anyProducts } from '../../support/any-product.ts';
import { aNeed, anApplicant, aProduct, aStranger, LPR, TODAY } from '../../support/builders.ts';

const rank = (product: Partial<Product>, asked = aNeed(), histories: Histories = {}) => {
  const catalogue = compileCatalogue([aProduct(product)]);
  const applicant = anApplicant();
  const [found] = match({
    need: asked,
    applicant,
    catalogue,
    lpr: LPR,
    asOf: TODAY,
    page: { limit: 1 },
    histories,
  }).products;
  if (found?.verdict !== 'yes') throw new Error('It was to fit.');
  return found;
};
const factorOf = (name: keyof typeof rankWeights, ...asked: Parameters<typeof rank>) =>
  rank(...asked).why.find(({ factor }) => factor === name);

describe('the rank', () => {
  test('adds up from cost, likelihood, speed and fit, each with what it was given for', () => {
    const found = rank({});
    const cost = allInRate({
      principal: yuan(1_000_000),
      term: months(12),
      rate: basisPoints(406),
      repayment: 'interest_monthly',
      fees: [],
    });
    expect(found).toMatchObject({ rank: 1, expectedRate: 406, allInRate: cost });
    expect(found.why).toEqual([
      { factor: 'cost', points: Math.round((1200 - cost) / 20), max: 50, value: cost },
      { factor: 'likelihood', points: 15, max: 20, value: 7500 },
      { factor: 'speed', points: 10, max: 15, value: 8 },
      { factor: 'fit', points: 15, max: 15, value: 10_000 },
    ]);
    expect(found.points).toBe(found.why.reduce((all, { points }) => all + points, 0));
  });

  test('keeps every factor within its weight, and the weights make a hundred', () => {
    expect(Object.values(rankWeights).reduce((all, weight) => all + weight, 0)).toBe(100);
    fc.assert(
      fc.property(anyProducts, anyNeed, anyApplicant, (products, need, applicant) => {
        const catalogue = compileCatalogue(
          products.map((product) => ({ ...product, eligibility: [] })),
        );
        const asked = { need, applicant, catalogue, lpr: LPR, asOf: TODAY, page: { limit: 99 } };
        for (const found of match(asked).products) {
          if (found.verdict !== 'yes') continue;
          expect(found.why.reduce((all, { points }) => all + points, 0)).toBe(found.points);
          for (const { factor, points, max } of found.why) {
            expect(max).toBe(rankWeights[factor]);
            expect(points).toBeGreaterThanOrEqual(0);
            expect(points).toBeLessThanOrEqual(max);
          }
        }
      }),
    );
  });

  test('counts a fee that the firm pays as cost', () => {
    const fee = {
      kind: 'guarantee',
      payer: 'enterprise',
      payee: '担保公司',
      cycle: 'upfront',
      method: 'transfer',
      rate: basisPoints(100),
    } as const;
    expect(rank({ fees: [fee] }).allInRate).toBeGreaterThan(rank({}).allInRate + 100);
  });

  test('takes the repayment that the need wants, else the first that the bank has', () => {
    const bullet = aNeed({ repayment: 'bullet' });
    const repayments = ['interest_monthly', 'bullet'] as const;
    expect(rank({ repayments }, bullet).allInRate).toBeLessThan(rank({ repayments }).allInRate);
  });

  test.each([
    [{ acceptDays: 0, decisionDays: 1, disburseDays: 0 }, 15],
    [{ acceptDays: 1, decisionDays: 10, disburseDays: 1 }, 7],
    [{ acceptDays: 1, decisionDays: 20, disburseDays: 1 }, 0],
    [{ acceptDays: 60, decisionDays: 60, disburseDays: 60 }, 0],
  ])('gives for %j of service %i points', (service, points) => {
    expect(factorOf('speed', { service })?.points).toBe(points);
  });

  test.each([
    [100, 400, 5_000],
    [150, 400, 1_667],
    [100, 300, 2_500],
    [100, 200, 0],
    [200, 200, 0],
  ])('an amount of 200 between %i and %i has %i room where the term has none', (min, max, room) => {
    const term = { min: months(12), max: months(12) };
    const principal = { min: yuan(min), max: yuan(max) };
    expect(factorOf('fit', { principal, term }, aNeed({ principal: yuan(200) }))?.value).toBe(room);
  });
});

describe('the margin', () => {
  const facts = { points: 720, age_months: 30, penalties_serious_36m: 0 };
  const firm = aStranger({ facts });

  test.each<[string, readonly Criterion[], number]>([
    ['of nothing asked in numbers is the middle', [{ fact: 'grade', in: ['A'] }], 5_000],
    ['at the floor is none', [{ fact: 'points', atLeast: 720 }], 0],
    ['a fifth above the floor is a fifth', [{ fact: 'points', atLeast: 600 }], 2_000],
    ['far above the floor is whole', [{ fact: 'points', atLeast: 10 }], 10_000],
    ['at a ceiling of none is none', [{ fact: 'penalties_serious_36m', atMost: 0 }], 0],
    ['below a ceiling is by the ceiling', [{ fact: 'age_months', atMost: 40 }], 2_500],
    ['between two ends is the shorter way', [{ fact: 'points', atLeast: 600, atMost: 800 }], 1_000],
    [
      'of several is their mean, what is not known aside',
      [
        { fact: 'points', atLeast: 600 },
        { fact: 'age_months', atMost: 40 },
        { fact: 'existing_lenders', atMost: 3 },
      ],
      2_250,
    ],
  ])('%s', (_, eligibility, margin) => {
    expect(marginOf({ eligibility }, firm)).toBe(margin);
  });

  test('gives way to what became of earlier firms once there are enough', () => {
    const told = Array.from({ length: 10 }, () => ({ decided: 50, approved: 45 }));
    expect(factorOf('likelihood', {})?.value).toBe(7_500);
    const histories = { working_capital_loan: told };
    expect(factorOf('likelihood', {}, aNeed(), histories)?.value).toBe(9_000);
    expect(factorOf('likelihood', { kind: 'bill' }, aNeed(), histories)?.value).toBe(7_500);
  });
});

describe('the expected rate', () => {
  const range = { min: basisPoints(350), max: basisPoints(550) };

  test.each([
    [undefined, 550],
    [0, 550],
    [1, 550],
    [500, 450],
    [999, 351],
    [1000, 350],
    [1200, 350],
  ])('at %j points is %j', (points, rate) => {
    expect(expectedRate([range], points)).toBe(rate);
  });

  test('of several prices is the dearest, of none unknown', () => {
    const dear = { min: basisPoints(400), max: basisPoints(700) };
    expect(expectedRate([range, dear], 500)).toBe(550);
    expect(expectedRate(undefined, 500)).toBeUndefined();
  });

  test('never rises with the points', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(900), fc.nat(900), (a, b, min, width) => {
        const price = [{ min: basisPoints(min), max: basisPoints(min + width) }];
        const [low, high] = [
          expectedRate(price, Math.min(a, b)),
          expectedRate(price, Math.max(a, b)),
        ];
        expect(high).toBeLessThanOrEqual(low ?? 0);
      }),
    );
  });
});
