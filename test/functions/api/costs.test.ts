import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { yuan } from '#domain/money';
import { PUBLIC } from '#domain/principal';
import { basisPoints } from '#domain/rate';
import { shapes } from '#functions/api/shapes/shapes';
import { aProduct } from '#test/support/builders';
import { MAX_COMPARED } from '#usecases/read-cost';
import { aFee } from '../../domain/cost/any-loan.ts';
import { aDoor, problemOf } from './a-door.ts';

const spread = { min: basisPoints(55), max: basisPoints(155) };
const products = [
  aProduct({ id: 'product_fixed', fees: [aFee()] }),
  aProduct({ id: 'product_lpr', pricing: { kind: 'lpr', tenor: '1Y', ...spread } }),
  aProduct({ id: 'product_small', principal: { min: yuan(10_000), max: yuan(50_000) } }),
];
let door: Awaited<ReturnType<typeof aDoor>>;
beforeAll(async () => {
  door = await aDoor(PUBLIC);
  await door.keep(...products.map((value) => ({ kind: 'product', value }) as const));
});

const loan = 'principal=100000000&term=12&repayment=interest_monthly';
const cost = (id: string, more = '') => `/v1/products/product_${id}/cost?${loan}${more}`;
const read = async (path: string): Promise<unknown> => (await door.get(path)).json();

describe('the cost of a product', () => {
  test('is told to everybody, at the upper end of its price and with its fees', async () => {
    const told = await read(cost('fixed'));
    expect(told).toMatchObject({
      rate: 550,
      rateFrom: 'price',
      fees: 1_000_000,
      interest: 5_500_000,
    });
    expect(shapes.ProductCost?.safeParse(told)).toMatchObject({ success: true });
  });

  test('on the prime rate is that of the fixing in force', async () => {
    expect(await read(cost('lpr'))).toMatchObject({ rate: 455, price: { min: 355, max: 455 } });
  });

  test('at a rate that was offered, from a day on, has days', async () => {
    const told = await read(cost('lpr', '&rate=385&drawnOn=2026-03-31'));
    expect(told).toMatchObject({ rateFrom: 'asked', drawnOn: '2026-03-31', interest: 3_903_472 });
    expect(shapes.ProductCost?.safeParse(told)).toMatchObject({ success: true });
  });

  test.each([
    [cost('none'), 404, 'not_found', 'product'],
    [cost('small'), 422, 'out_of_range', 'principal'],
    [cost('fixed').replace('interest_monthly', 'bullet'), 422, 'not_in_list', 'repayment'],
    [cost('fixed').replace('interest_monthly', 'daily'), 422, 'not_in_list', 'repayment'],
    [cost('fixed').replace('term=12', 'term=one'), 422, 'out_of_range', 'term'],
    [cost('fixed').replace('principal=100000000&', ''), 422, 'required', 'principal'],
    [cost('fixed', '&rate=3601'), 422, 'out_of_range', 'rate'],
    [cost('fixed', '&grade=Z'), 422, 'not_in_list', 'grade'],
    [cost('fixed', '&drawnOn=2026-02-30'), 422, 'date_wrong', 'drawnOn'],
    [cost('fixed', '&colour=red'), 422, 'unknown_field', 'colour'],
  ])('at %s is refused with %i %s at %s', async (path, status, code, field) => {
    const response = await door.get(path);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ code, errors: [{ field }] });
  });
});

describe('a comparison', () => {
  const compared = (ids: readonly string[]) =>
    `/v1/costs?${loan}&products=${ids.map((id) => `product_${id}`).join(',')}`;
  const rows = z.looseObject({ items: z.array(z.looseObject({ product: z.string() })) });

  test('begins with the cheapest, whatever the order asked, and says why others lend none', async () => {
    const told = await read(compared(['small', 'fixed', 'lpr', 'none', 'lpr']));
    expect(shapes.CostComparison?.safeParse(told)).toMatchObject({ success: true });
    expect(rows.parse(told).items.map(({ product }) => product)).toEqual([
      'product_lpr',
      'product_fixed',
    ]);
    expect(told).toMatchObject({
      refused: [
        { product: 'product_small', refusal: { code: 'out_of_range', field: 'principal' } },
        { product: 'product_none', refusal: { code: 'not_found' } },
      ],
    });
  });

  test.each([
    ['/v1/costs?products=product_fixed', 'required'],
    [`/v1/costs?${loan}`, 'required'],
    [`/v1/costs?${loan}&products=`, 'id_wrong'],
    [compared(['fixed', '../..']), 'id_wrong'],
    [compared(Array.from({ length: MAX_COMPARED + 1 }, (_, at) => `p${at}`)), 'too_long'],
  ])('at %s is refused with %s', async (path, code) => {
    expect(await problemOf(await door.get(path))).toMatchObject({ code });
  });
});
