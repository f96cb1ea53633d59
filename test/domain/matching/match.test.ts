import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedRate, rateRange } from '#domain/matching/expected-rate';
import { MATCHING_RULE_VERSION, match } from '#domain/matching/match';
import type { ProductMatch } from '#domain/matching/matching';
import { rankWeights } from '#domain/matching/rank';
import { yuan } from '#domain/money';
import { basisPoints } from '#domain/rate';
import { anyApplicant, anyNeed, anyProducts } from '../../support/arbitraries.ts';
import { aNeed, anApplicant, aProduct, aStranger, LPR, TODAY } from '../../support/builders.ts';

const given = { need: aNeed(), applicant: anApplicant(), lpr: LPR, asOf: TODAY };
const fixedAt = (rate: number) => ({
  kind: 'fixed' as const,
  min: basisPoints(rate),
  max: basisPoints(rate),
});
const eligible = (products: readonly ProductMatch[]) => products.filter((one) => one.eligible);

describe('the order', () => {
  const order = (...products: Parameters<typeof aProduct>[0][]) =>
    match({ ...given, products: products.map(aProduct) }).products.map(({ product }) => product);

  test('a cheaper product stands before a dearer one', () => {
    expect(
      order({ id: 'product_a', pricing: fixedAt(500) }, { id: 'product_b', pricing: fixedAt(400) }),
    ).toEqual(['product_b', 'product_a']);
  });

  test('equal points stand by expected rate, then by product id', () => {
    expect(
      order(
        { id: 'product_c', pricing: fixedAt(402) },
        { id: 'product_b', pricing: fixedAt(401) },
        { id: 'product_a', pricing: fixedAt(402) },
      ),
    ).toEqual(['product_b', 'product_a', 'product_c']);
  });

  test('the ineligible stand after the eligible, fewest failures first, then by product id', () => {
    expect(
      order(
        { id: 'product_a', status: 'delisted', purposes: ['research'] },
        { id: 'product_c', purposes: ['research'] },
        { id: 'product_b', status: 'delisted' },
        { id: 'product_e', pricing: fixedAt(3600) },
      ),
    ).toEqual(['product_e', 'product_b', 'product_c', 'product_a']);
  });

  test('does not depend on the order in which products come', () => {
    fc.assert(
      fc.property(anyProducts, anyNeed, anyApplicant, fc.infiniteStream(fc.nat()), (...drawn) => {
        const [products, need, applicant, keys] = drawn;
        const shuffled = products
          .map((product) => ({ product, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ product }) => product);
        const one = { ...given, need, applicant };
        expect(match({ ...one, products: shuffled })).toEqual(match({ ...one, products }));
      }),
    );
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
    expect(expectedRate(range, points)).toBe(rate);
  });

  test('on the loan prime rate follows the fixing and never falls below zero', () => {
    const pricing = { kind: 'lpr' as const, tenor: '1Y' as const };
    const spread = { min: basisPoints(-400), max: basisPoints(50) };
    expect(rateRange({ ...pricing, ...spread }, LPR[0])).toEqual({ min: 0, max: 350 });
    expect(rateRange({ ...pricing, ...spread }, undefined)).toBeUndefined();
  });

  test('of an ineligible product is absent where its fixing is unknown', () => {
    const product = aProduct({ pricing: { kind: 'lpr', tenor: '1Y', ...range } });
    const [found] = match({ ...given, lpr: [], products: [product] }).products;
    expect(found).not.toHaveProperty('expectedRate');
  });

  test('a higher score never loses a product and never raises a rate', () => {
    const twoScores = fc.tuple(fc.nat(1000), fc.nat(1000)).map((two) => two.sort((a, b) => a - b));
    fc.assert(
      fc.property(anyProducts, anyNeed, anyApplicant, twoScores, (products, need, firm, scores) => {
        const [low, high] = scores.map((points) =>
          match({ ...given, need, products, applicant: { ...firm, points } }),
        );
        const now = new Map(high?.products.map((found) => [found.product, found]));
        for (const before of low?.products ?? []) {
          const after = now.get(before.product);
          if (before.eligible) expect(after?.eligible).toBe(true);
          expect(after?.expectedRate ?? 0).toBeLessThanOrEqual(before.expectedRate ?? 0);
        }
      }),
    );
  });
});

describe('the reasons', () => {
  test('of the rank add up to its points, each within its weight', () => {
    fc.assert(
      fc.property(anyProducts, anyNeed, anyApplicant, (products, need, applicant) => {
        for (const found of eligible(match({ ...given, need, applicant, products }).products)) {
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

  test('are price, speed, collateral and headroom, with what they were given for', () => {
    const [found] = eligible(match({ ...given, products: [aProduct()] }).products);
    expect(found).toMatchObject({
      rank: 1,
      points: 85,
      why: [
        { factor: 'price', points: 48, max: 60, value: 406 },
        { factor: 'speed', points: 12, max: 15, value: 5 },
        { factor: 'collateral', points: 15, max: 15, value: 'unsecured' },
        { factor: 'headroom', points: 10, max: 10, value: 200_000_000 },
      ],
    });
  });

  test('the weights make a hundred', () => {
    expect(Object.values(rankWeights).reduce((all, weight) => all + weight, 0)).toBe(100);
  });

  test('without assets given away a product gains collateral points', () => {
    const need = aNeed({ guarantees: ['mortgage', 'guarantor'] });
    const points = (guarantee: 'mortgage' | 'guarantor') =>
      eligible(
        match({ ...given, need, products: [aProduct({ guarantees: [guarantee] })] }).products,
      )
        .flatMap(({ why }) => why)
        .find(({ factor }) => factor === 'collateral')?.points;
    expect([points('mortgage'), points('guarantor')]).toEqual([0, 6]);
  });
});

describe('a matching', () => {
  test('shows every product once and counts the eligible', () => {
    fc.assert(
      fc.property(anyProducts, anyNeed, anyApplicant, (products, need, applicant) => {
        const found = match({ ...given, need, applicant, products });
        expect(found.products.map(({ product }) => product).sort()).toEqual(
          products.map(({ id }) => id).sort(),
        );
        expect(found.products.slice(0, found.eligible)).toEqual(eligible(found.products));
        expect(eligible(found.products).map(({ rank }) => rank)).toEqual(
          Array.from({ length: found.eligible }, (_, index) => index + 1),
        );
      }),
    );
  });

  test('tells its need, firm, day, rule and points', () => {
    expect(match({ ...given, products: [] })).toEqual({
      need: 'need_one',
      code: given.need.code,
      asOf: TODAY,
      ruleVersion: MATCHING_RULE_VERSION,
      points: 720,
      eligible: 0,
      products: [],
    });
    expect(match({ ...given, applicant: aStranger(), products: [] })).not.toHaveProperty('points');
  });

  test('of a withdrawn need is a mistake of ours', () => {
    const need = aNeed({ status: 'withdrawn' });
    expect(() => match({ ...given, need, products: [] })).toThrow('withdrawn');
  });

  test('leaves the products it was given as they were', () => {
    const products = Object.freeze([
      aProduct({ id: 'product_b' }),
      aProduct({ id: 'product_a', principal: { min: yuan(1), max: yuan(2) } }),
    ]);
    expect(() => match({ ...given, products })).not.toThrow();
  });
});
