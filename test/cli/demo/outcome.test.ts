import { expect, test } from 'vitest';
import { expertCard } from '#domain/scoring/expert-card';
import { replay } from './replay.ts';
import { aCity } from './small-city.ts';

const city = aCity(7, 2000);
const { scores, listed, matchings } = replay(city);
const pointsOf = new Map<string, number>(scores.map(({ code, points }) => [code, points]));
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const meanOf = (codes: readonly string[]) =>
  mean(codes.flatMap((code) => pointsOf.get(code) ?? []));

test('every firm is scored, every grade is met and none takes more than six of ten', () => {
  expect(scores).toHaveLength(2000);
  for (const { grade } of expertCard.bands) {
    const share = scores.filter((score) => score.grade === grade).length / scores.length;
    expect(share, grade).toBeGreaterThan(0.005);
    expect(share, grade).toBeLessThan(0.6);
  }
});

test('well-run firms score above badly run ones, and shells below both', () => {
  const { population } = city;
  const codes = (holds: (quality: number) => boolean) =>
    population.filter((it) => !it.shell && holds(it.quality)).map(({ code }) => code);
  const shells = population.filter(({ shell }) => shell).map(({ code }) => code);
  const [good, bad] = [meanOf(codes((q) => q > 0.8)), meanOf(codes((q) => q < -0.8))];
  expect(good).toBeGreaterThan(bad + 60);
  expect(meanOf(shells)).toBeLessThan(bad + 20);
});

test('one to three firms of a hundred are stopped as dishonest debtors', () => {
  const stopped = scores.filter(({ vetoes }) => vetoes.includes('dishonest_debtor_in_force'));
  expect(stopped.length / scores.length).toBeGreaterThan(0.005);
  expect(stopped.length / scores.length).toBeLessThan(0.03);
});

test('the recommended list takes in between a tenth and half of the firms', () => {
  expect(listed / scores.length).toBeGreaterThan(0.1);
  expect(listed / scores.length).toBeLessThan(0.5);
});

test('most needs fit some product, some fit none, and no need fits nearly all', () => {
  const met = matchings.filter(({ eligible }) => eligible > 0).length / matchings.length;
  expect(met).toBeGreaterThan(0.6);
  expect(met).toBeLessThan(0.95);
  for (const { eligible } of matchings) expect(eligible).toBeLessThan(200);
});

test('products turn firms away for many different reasons', () => {
  const criteria = new Set(
    matchings.flatMap(({ products }) =>
      products.flatMap((it) => (it.eligible ? [] : it.failed.map(({ criterion }) => criterion))),
    ),
  );
  expect(criteria.size).toBeGreaterThan(14);
});
