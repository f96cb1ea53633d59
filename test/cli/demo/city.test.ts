import { expect, test } from 'vitest';
import { isIndustry } from '#adapters/reference/industries';
import { districts } from '#cli/demo/district';
import type { Firm } from '#cli/demo/firm';
import { trades } from '#cli/demo/trade';
import { sizeOf } from '#domain/enterprise/size';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import { yuan } from '#domain/money';
import { AS_OF, aCity, digestOf } from './small-city.ts';

const city = aCity(7, 2000);
const share = (holds: (firm: Firm) => boolean) =>
  city.population.filter(holds).length / city.population.length;

test('one seed and day make the same bytes; another seed or day makes others', () => {
  const digest = digestOf(aCity(7, 60));
  expect(digestOf(aCity(7, 60))).toBe(digest);
  expect(digestOf(aCity(8, 60))).not.toBe(digest);
});

test('every firm has a lawful code and a name of its own, and all but a few codes pass the inner check', () => {
  const parsed = city.population.map(({ code }) => parseUnifiedCode(code));
  expect(parsed.every(({ ok }) => ok)).toBe(true);
  expect(new Set(city.population.map(({ code }) => code)).size).toBe(2000);
  expect(new Set(city.population.map(({ name }) => name)).size).toBe(2000);
  const warned = parsed.filter((code) => code.ok && code.warnings.length > 0).length;
  expect(warned).toBeGreaterThan(0);
  expect(warned).toBeLessThan(30);
});

test('strangers have lawful codes that no firm of the city has', () => {
  const known = new Set(city.population.map(({ code }) => code));
  for (const stranger of city.strangers) {
    expect(parseUnifiedCode(stranger).ok).toBe(true);
    expect(known.has(stranger)).toBe(false);
  }
});

test('every trade is a class of GB/T 4754-2017', () => {
  for (const { code } of trades) expect(isIndustry(code), code).toBe(true);
});

test.each([
  ['micro firms', ({ size }: Firm) => size === 'micro', 0.56, 0.67],
  ['small firms', ({ size }: Firm) => size === 'small', 0.26, 0.36],
  ['medium firms', ({ size }: Firm) => size === 'medium', 0.04, 0.09],
  ['large firms', ({ size }: Firm) => size === 'large', 0.005, 0.03],
  ['companies', ({ form }: Firm) => form === 'company', 0.74, 0.86],
  ['makers', ({ trade }: Firm) => trade.code.startsWith('C'), 0.4, 0.54],
  ['firms with invoices', ({ invoices }: Firm) => invoices, 0.62, 0.76],
  ['firms no more in operation', ({ status }: Firm) => status !== 'operating', 0.02, 0.08],
  ['shells', ({ shell }: Firm) => shell, 0.005, 0.03],
  ['firms under three years', ({ ageMonths }: Firm) => ageMonths < 36, 0.2, 0.45],
])('%s are as frequent as documented', (_, holds, low, high) => {
  expect(share(holds)).toBeGreaterThan(low);
  expect(share(holds)).toBeLessThan(high);
});

test.each(districts)('$zh has about its share of the firms', ({ code, weight }) => {
  const found = share(({ district }) => district.code === code);
  expect(Math.abs(found - weight / 1000)).toBeLessThan(0.03);
});

test('nine firms of ten are of the size that their heads and sales make them', () => {
  const asDrawn = city.population.filter(({ size, trade, heads, sales, shell }) => {
    if (shell) return true;
    const question = { industry: trade.code, employees: heads, revenue: yuan(sales * 10_000) };
    const answer = sizeOf({ ...question, assets: yuan(sales * 10_000) });
    return answer.size === size;
  });
  expect(asDrawn.length / city.population.length).toBeGreaterThan(0.8);
});

test('nobody is founded after the day of the city', () => {
  for (const { establishedOn } of city.population) expect(establishedOn <= AS_OF).toBe(true);
});
