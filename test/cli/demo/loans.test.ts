import { expect, test } from 'vitest';
import { lenderOf } from '#cli/demo/bank';
import { checkOutcome, labelOf } from '#domain/scoring/monitoring/loan-outcome';
import { outcomeReportSchema } from '#platform/schemas/outcome';
import { AS_OF, aCity } from './small-city.ts';

const city = aCity(7, 2000);
const qualities = new Map(city.population.map(({ code, quality }) => [code as string, quality]));

test('one seed makes the same loans, another seed others', () => {
  expect(aCity(7, 200).lent).toEqual(aCity(7, 200).lent);
  expect(aCity(8, 200).lent).not.toEqual(aCity(7, 200).lent);
});

test('every loan is one that its bank may report, to a firm that has turned to this bank', () => {
  expect(city.lent.length).toBeGreaterThan(200);
  for (const loan of city.lent) {
    expect(outcomeReportSchema.safeParse(loan).success, loan.id).toBe(true);
    expect(checkOutcome(loan, AS_OF), loan.id).toEqual([]);
    const place = city.asked.findIndex(({ code }) => code === loan.code);
    expect(loan.bank).toBe(lenderOf(city, place).id);
  }
  expect(new Set(city.lent.map(({ id }) => id)).size).toBe(city.lent.length);
});

test('most loans keep, some are open, and of the half that is run worse more default', () => {
  const labels = city.lent.map((loan) => ({
    label: labelOf(loan),
    quality: qualities.get(loan.code) ?? 0,
  }));
  const share = (of: string, among = labels) =>
    among.filter(({ label }) => label === of).length / among.length;
  expect(share('good')).toBeGreaterThan(0.6);
  expect(share('open')).toBeGreaterThan(0.03);
  const sorted = labels.toSorted((a, b) => a.quality - b.quality);
  const middle = Math.floor(sorted.length / 2);
  const [worse, better] = [sorted.slice(0, middle), sorted.slice(middle)];
  expect(share('bad', worse)).toBeGreaterThan(2 * share('bad', better));
});
