import fc from 'fast-check';
import { expect, test } from 'vitest';
import { psiOf } from '#domain/scoring/psi';
import { aucOf } from '#lab/auc';
import { calibrationOf } from '#lab/calibration';
import { ksOf } from '#lab/separation';
import { distributionOf, readingOfPsi, sharesIn } from '#lab/stability';

const sample = fc
  .array(fc.record({ risk: fc.integer({ min: 0, max: 20 }), bad: fc.boolean() }), {
    minLength: 4,
    maxLength: 60,
  })
  .filter((rows) => rows.some(({ bad }) => bad) && rows.some(({ bad }) => !bad))
  .map((rows) => ({
    risks: rows.map(({ risk }) => risk),
    outcomes: Uint8Array.from(rows, ({ bad }) => (bad ? 1 : 0)),
  }));

const pick = (values: readonly number[], outcomes: Uint8Array, outcome: number) =>
  values.filter((_, row) => outcomes[row] === outcome);
const beats = (bad: number, good: number) => (bad > good ? 1 : bad === good ? 0.5 : 0);
const mean = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length;
const variance = (values: readonly number[]) =>
  values.length > 1
    ? values.reduce((total, value) => total + (value - mean(values)) ** 2, 0) / (values.length - 1)
    : 0;

test('the AUC and its error are those of comparing every bad with every good', () => {
  fc.assert(
    fc.property(sample, ({ risks, outcomes }) => {
      const [bads, goods] = [pick(risks, outcomes, 1), pick(risks, outcomes, 0)];
      const ofBads = bads.map((bad) => mean(goods.map((good) => beats(bad, good))));
      const ofGoods = goods.map((good) => mean(bads.map((bad) => beats(bad, good))));
      const found = aucOf(risks, outcomes);
      expect(found.auc).toBeCloseTo(mean(ofBads), 9);
      const error = Math.sqrt(variance(ofBads) / bads.length + variance(ofGoods) / goods.length);
      expect(found.standardError).toBeCloseTo(error, 9);
      expect(found.high - found.auc).toBeLessThanOrEqual(1.959963984540054 * error + 1e-9);
    }),
  );
});

test('turned round, the AUC is what is left to 1', () => {
  fc.assert(
    fc.property(sample, ({ risks, outcomes }) => {
      const turned = risks.map((risk) => -risk);
      expect(aucOf(risks, outcomes).auc + aucOf(turned, outcomes).auc).toBeCloseTo(1, 9);
    }),
  );
});

test('KS is the widest gap at any cut', () => {
  fc.assert(
    fc.property(sample, ({ risks, outcomes }) => {
      const share = (values: readonly number[], cut: number) =>
        values.filter((value) => value <= cut).length / values.length;
      const gaps = risks.map((cut) =>
        Math.abs(share(pick(risks, outcomes, 1), cut) - share(pick(risks, outcomes, 0), cut)),
      );
      expect(ksOf(risks, outcomes).ks).toBeCloseTo(Math.max(...gaps), 9);
    }),
  );
});

test('a worked example: AUC, KS', () => {
  const points = [820, 800, 760, 760, 700, 690, 640, 600, 580, 500];
  const outcomes = Uint8Array.of(0, 0, 0, 1, 0, 0, 1, 0, 1, 1);
  expect(
    aucOf(
      points.map((one) => -one),
      outcomes,
    ).auc,
  ).toBeCloseTo(19.5 / 24, 12);
  expect(ksOf(points, outcomes)).toEqual({ ks: 3 / 4 - 1 / 6, at: 640 });
});

test.each([
  [[0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25], 0, 'stable'],
  [[0.1, 0.2, 0.4, 0.3], [0.15, 0.25, 0.35, 0.25], 0.04722308, 'stable'],
  [[0.5, 0.5], [0.3, 0.7], 0.16945957, 'watch'],
  [[0.5, 0.5], [0.2, 0.8], 0.41588831, 'act'],
] as const)('PSI of %j and %j is %f: %s', (expected, actual, psi, reading) => {
  expect(psiOf(expected, actual)).toBeCloseTo(psi, 7);
  expect(readingOfPsi(psi)).toBe(reading);
});

test('a share of nobody counts as a ten-thousandth', () => {
  expect(psiOf([0, 1], [0.1, 0.9])).toBeCloseTo(
    (0.1 - 1e-4) * Math.log(0.1 / 1e-4) + (0.9 - 1) * Math.log(0.9),
    12,
  );
});

test('a sample does not differ from itself, whatever its ties', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (points) => {
      const { edges, shares } = distributionOf(points);
      expect(mean(shares) * shares.length).toBeCloseTo(1, 9);
      expect(psiOf(shares, sharesIn(points, edges))).toBe(0);
    }),
  );
});

test('chances that come true have slope 1 and pass the test of Hosmer and Lemeshow', () => {
  const chances: number[] = [];
  const outcomes: number[] = [];
  for (let tenth = 1; tenth < 10; tenth += 1)
    for (let row = 0; row < 100; row += 1) {
      chances.push(tenth / 10);
      outcomes.push(row < tenth * 10 ? 1 : 0);
    }
  const found = calibrationOf(Float64Array.from(chances), Uint8Array.from(outcomes));
  expect(found.slope).toBeCloseTo(1, 6);
  expect(found.intercept).toBeCloseTo(0, 6);
  expect(found.hosmerLemeshow.statistic).toBeCloseTo(0, 9);
  expect(found.brier).toBeCloseTo(mean(chances.map((chance) => chance * (1 - chance))), 9);
  for (const { expected, observed } of found.bands) expect(observed).toBeCloseTo(expected, 9);
});
