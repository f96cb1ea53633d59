import { expect, test } from 'vitest';
import { whitelistOf } from '#cli/demo/whitelist-terms';
import { isEnterprisePrefix } from '#domain/enterprise/unified-code';
import { checkNeed } from '#domain/need/check-need';
import { checkProduct } from '#domain/product/check-product';
import { addDays } from '#domain/time';
import { checkRule } from '#domain/whitelist/check-rule';
import { AS_OF, aCity } from './small-city.ts';

const { offered, asked, population } = aCity(7, 2000);

test('350 products of twelve banks, each lawful and told apart by bank and name', () => {
  expect(offered).toHaveLength(350);
  expect(new Set(offered.map(({ bank }) => bank.id)).size).toBe(12);
  expect(new Set(offered.map(({ bank, name }) => `${bank.id} ${name}`)).size).toBe(350);
  for (const product of offered) expect(checkProduct(product), product.name).toEqual([]);
});

test('a product that is listed today has begun and has not ended', () => {
  for (const { validFrom, validTo } of offered) {
    expect(validFrom <= AS_OF).toBe(true);
    expect(validTo !== undefined && validTo > AS_OF).toBe(true);
  }
});

test('300 needs of different firms of the city, each lawful for ninety days', () => {
  const known = new Set<string>(population.map(({ code }) => code));
  expect(asked).toHaveLength(300);
  expect(new Set(asked.map(({ code }) => code)).size).toBe(300);
  for (const need of asked) {
    expect(checkNeed(need, AS_OF), need.id).toEqual([]);
    expect(need.validTo).toBe(addDays(AS_OF, 90));
    expect(known.has(need.code) && isEnterprisePrefix(need.code)).toBe(true);
  }
});

test('a need is in proportion to the firm: between a hundredth of its sales and all of them', () => {
  const sales = new Map<string, number>(population.map((firm) => [firm.code, firm.sales]));
  for (const { code, principal } of asked) {
    const share = principal / 1_000_000 / (sales.get(code) ?? 0);
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(1);
  }
});

test('for nearly every need somebody lends for that purpose against that guarantee', () => {
  const suited = asked.filter((need) =>
    offered.some(
      ({ purposes, guarantees }) =>
        purposes.some((one) => one === need.purpose) &&
        guarantees.some((one) => need.guarantees.includes(one)),
    ),
  );
  expect(suited.length).toBeGreaterThan(0.95 * asked.length);
});

test('the recommended list of the demo has a lawful rule', () => {
  expect(checkRule(whitelistOf(7).rule)).toEqual([]);
});
