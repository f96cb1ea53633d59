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

test('every firm is scored and every grade is met', () => {
  expect(scores).toHaveLength(2000);
  for (const { grade } of expertCard.bands)
    expect(scores.filter((score) => score.grade === grade).length, grade).toBeGreaterThan(10);
});

// Zhejiang 2018, 2.3 million firms: 优秀 2.3 %, 良好 76.4 %, 中等 20.0 %, 较差 1.3 % (domain.md C7).
test('firms without a veto lie as Zhejiang published: most are 良好, a fifth 中等, few at either end', () => {
  const rated = scores.filter(({ vetoes }) => vetoes.length === 0);
  const shareOf = (...grades: readonly string[]) =>
    rated.filter(({ grade }) => grades.includes(grade)).length / rated.length;
  expect(shareOf('A')).toBeGreaterThan(0.01);
  expect(shareOf('A')).toBeLessThan(0.09);
  expect(shareOf('B')).toBeGreaterThan(0.65);
  expect(shareOf('B')).toBeLessThan(0.85);
  expect(shareOf('C')).toBeGreaterThan(0.1);
  expect(shareOf('C')).toBeLessThan(0.27);
  expect(shareOf('D', 'E')).toBeLessThan(0.05);
});

test('the same grades hold for each card, so that no segment is made better by its card alone', () => {
  for (const card of ['expert', 'micro']) {
    const of = scores.filter((score) => score.card.id === card);
    const good = of.filter(({ grade }) => grade === 'A' || grade === 'B').length / of.length;
    expect(good, card).toBeGreaterThan(0.65);
    expect(good, card).toBeLessThan(0.85);
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
  const met = matchings.filter(({ counts }) => counts.yes > 0).length / matchings.length;
  expect(met).toBeGreaterThan(0.6);
  expect(met).toBeLessThan(0.95);
  for (const { counts } of matchings) expect(counts.yes).toBeLessThan(200);
});

test('products turn firms away for many different reasons', () => {
  const codes = new Set(matchings.flatMap(({ gaps }) => gaps.map(({ code }) => code)));
  expect(codes.size).toBeGreaterThan(14);
});
