import { describe, expect, test } from 'vitest';
import { yuan } from '#domain/money';
import { priceOf } from '#domain/product/price-of';
import { basisPoints } from '#domain/rate';
import { LPR } from '#test/support/builders';

const range = (min: number, max: number) => ({ min: basisPoints(min), max: basisPoints(max) });
const [fixing] = LPR;

describe('the price of a product', () => {
  const tiered = {
    pricing: { kind: 'fixed', ...range(500, 700) },
    tiers: [
      { ...range(300, 350), grades: ['A'], principal: { min: yuan(1), max: yuan(500_000) } },
      { ...range(400, 450), grades: ['A', 'B'] },
      { ...range(450, 480), principal: { min: yuan(1), max: yuan(100_000) } },
    ],
  } as const;
  test.each([
    ['the first tier that holds', 'A', 500_000, [300, 350]],
    ['the next where the principal is beyond the first', 'A', 500_001, [400, 450]],
    ['the next where the grade is none of the first', 'B', 400_000, [400, 450]],
    ['a tier without grades for every grade', 'E', 100_000, [450, 480]],
    ['its own where no tier holds', 'E', 100_001, [500, 700]],
    ['from the best to the worst that an unknown grade may mean', undefined, 90_000, [300, 480]],
    ['the same up to its own', undefined, 600_000, [400, 700]],
  ])('is %s', (_, grade, principal, [min = 0, max = 0]) => {
    const asked = { principal: yuan(principal), ...(grade && { grade }) };
    expect(priceOf(tiered, asked)).toEqual({ min, max });
  });

  test.each([
    ['1Y', 55, 155, [355, 455]],
    ['5Y', -50, 0, [300, 350]],
    ['1Y', -500, 50, [0, 350]],
  ] as const)('on the %s prime rate %i to %i bp is never below zero', (tenor, min, max, rates) => {
    const pricing = { kind: 'lpr', tenor, ...range(min, max) } as const;
    const asked = { principal: yuan(1), ...(fixing && { fixing }) };
    expect(priceOf({ pricing }, asked)).toEqual({ min: rates[0], max: rates[1] });
  });

  test('is not known without the fixing on which it hangs, tier or not', () => {
    const pricing = { kind: 'lpr', tenor: '1Y', ...range(0, 50) } as const;
    const tiers = [{ ...range(-10, 0) }];
    expect(priceOf({ pricing }, { principal: yuan(1) })).toBeUndefined();
    expect(priceOf({ pricing, tiers }, { principal: yuan(1) })).toBeUndefined();
  });
});
