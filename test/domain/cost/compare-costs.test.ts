import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareCosts } from '#domain/cost/compare-costs';
import { type CostAsked, productCost } from '#domain/cost/product-cost';
import { yuan } from '#domain/money';
import type { Product } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { months } from '#domain/time';
import { aProduct, LPR } from '#test/support/builders';
import { aFee } from './any-loan.ts';

const asked: CostAsked = {
  principal: yuan(1_000_000),
  term: months(12),
  repayment: 'interest_monthly',
};
const [fixing] = LPR;
const costOf = (product: Product, told: Partial<CostAsked> = {}) =>
  productCost(product, { ...asked, ...told }, fixing);

describe('the cost of a product', () => {
  test('is reckoned at the upper end of its price, unless a rate is asked', () => {
    expect(costOf(aProduct())).toMatchObject({
      value: { rate: 550, rateFrom: 'price', price: { min: 350, max: 550 } },
    });
    expect(costOf(aProduct(), { rate: basisPoints(400) })).toMatchObject({
      value: { rate: 400, rateFrom: 'asked' },
    });
  });

  test('bears the fees of the product, and the bank collects the interest', () => {
    expect(costOf(aProduct({ fees: [aFee()] }))).toMatchObject({
      value: { fees: yuan(10_000), items: [{ payee: '姑苏银行' }, { payee: '苏州担保' }] },
    });
  });

  test.each([
    ['principal', 'out_of_range', { principal: yuan(99_999) }],
    ['principal', 'out_of_range', { principal: yuan(3_000_001) }],
    ['term', 'out_of_range', { term: months(2) }],
    ['term', 'out_of_range', { term: months(37) }],
    ['repayment', 'not_in_list', { repayment: 'bullet' }],
    ['rate', 'out_of_range', { rate: basisPoints(3601) }],
  ] as const)('is refused where the product does not lend it: %s', (field, code, told) => {
    expect(costOf(aProduct(), told)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  test('on a prime rate that is not known needs a rate', () => {
    const spread = { min: basisPoints(0), max: basisPoints(50) };
    const product = aProduct({ pricing: { kind: 'lpr', tenor: '1Y', ...spread } });
    expect(productCost(product, asked, undefined)).toMatchObject({
      refusal: { code: 'required', field: 'rate' },
    });
    const told = productCost(product, { ...asked, rate: basisPoints(400) }, undefined);
    expect(told.ok && told.value).not.toHaveProperty('price');
  });
});

describe('a comparison', () => {
  const named = (name: string, told: Partial<Product>): Product =>
    aProduct({ id: `product_${name}`, ...told });
  const at = (rate: number) => ({
    pricing: { kind: 'fixed', min: basisPoints(rate), max: basisPoints(rate) } as const,
  });
  const products = [
    named('dear', at(600)),
    named('fee', { ...at(500), fees: [aFee()] }),
    named('first', at(550)),
    named('second', at(550)),
    named('small', { principal: { min: yuan(1), max: yuan(10) } }),
    named('cheap', at(300)),
  ];
  const compared = (list: readonly Product[]) =>
    compareCosts(list.map((product) => ({ product: product.id, cost: costOf(product) })));

  test('begins with the cheapest all in, and says why others lend none', () => {
    const { items, refused } = compared(products);
    expect(items.map(({ product }) => product)).toEqual([
      'product_cheap',
      'product_first',
      'product_second',
      'product_dear',
      'product_fee', // 5 % and 1 % at once are more than 6 %.
    ]);
    expect(refused).toMatchObject([{ product: 'product_small', refusal: { field: 'principal' } }]);
  });

  test('keeps equal ones as they were asked for, and never mixes up who is cheaper', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(products), (list) => {
        const { items, refused } = compared(list);
        expect(items.length + refused.length).toBe(list.length);
        const order = items.map(({ effective }) => effective);
        expect(order).toEqual(order.toSorted((left, right) => left - right));
        const equal = ['product_first', 'product_second'];
        expect(items.map(({ product }) => product).filter((id) => equal.includes(id))).toEqual(
          list.map(({ id }) => id).filter((id) => equal.includes(id)),
        );
      }),
    );
  });

  test('tells the largest payment of each', () => {
    const [cheapest] = compared(products).items;
    expect(cheapest?.largestPayment).toBe(yuan(1_002_500));
    expect(cheapest).not.toHaveProperty('payments');
  });
});
