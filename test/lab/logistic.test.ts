import { expect, test } from 'vitest';
import { regress } from '#lab/logistic';
import { chiSquareP, twoSidedP } from '#lab/normal';

const numbers = (text: string) => Float64Array.from(text.split(' ').map(Number));

/** Dalal, Fowlkes and Hoadley (1989): O-ring distress of 23 flights of the space shuttle by °F. */
const oRings = {
  design: [numbers('53 57 58 63 66 67 67 67 68 69 70 70 70 70 72 73 75 75 76 76 78 79 81')],
  outcomes: '1 1 1 1 0 0 0 0 0 0 0 0 1 1 0 0 0 1 0 0 0 0 0',
  aic: 24.31519268686683,
  expected: [
    [15.042901647702, 7.378636384917],
    [-0.232162744219, 0.108236521649],
  ],
};

/** Motor Trend (1974), mtcars of R: glm(am ~ wt, binomial). */
const cars = {
  design: [
    numbers(
      '2.62 2.875 2.32 3.215 3.44 3.46 3.57 3.19 3.15 3.44 3.44 4.07 3.73 3.78 5.25 5.424 5.345 2.2 1.615 1.835 2.465 3.52 3.435 3.84 3.845 1.935 2.14 1.513 3.17 2.77 3.57 2.78',
    ),
  ],
  outcomes: '1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 0 0 0 0 0 1 1 1 1 1 1 1',
  aic: 23.176084807445086,
  expected: [
    [12.040369728657, 4.510066238967],
    [-4.023969962173, 1.436527752624],
  ],
};

/** Finney (1947), vasoconstriction by the logarithms of volume and rate. */
const vessels = {
  design: [
    numbers(
      '3.70 3.50 1.25 .75 .80 .70 .60 1.10 .90 .90 .80 .55 .60 1.40 .75 2.30 3.20 .85 1.70 1.80 .40 .95 1.35 1.50 1.60 .60 1.80 .95 1.90 1.60 2.70 2.35 1.10 1.10 1.20 .80 .95 .75 1.30',
    ).map(Math.log),
    numbers(
      '.825 1.09 2.50 1.50 3.20 3.50 .75 1.70 .75 .45 .57 2.75 3.0 2.33 3.75 1.64 1.60 1.415 1.06 1.80 2.0 1.36 1.35 1.36 1.78 1.50 1.50 1.90 .95 .40 .75 .03 1.83 2.20 2.0 3.33 1.90 1.90 1.625',
    ).map(Math.log),
  ],
  outcomes: '1 1 1 1 1 1 0 0 0 0 0 0 0 1 1 1 1 1 0 1 0 0 0 0 1 0 1 0 1 0 1 0 0 1 1 1 0 0 1',
  aic: 35.22737528070593,
  expected: [
    [-2.875421710217, 1.320793293511],
    [5.179324019272, 1.864849653713],
    [4.561675278807, 1.837991053858],
  ],
};

test.each([
  ['O-rings', oRings],
  ['cars', cars],
  ['vasoconstriction', vessels],
])('coefficients, standard errors and AIC of %s are the published ones to 1e-6', (_, example) => {
  const outcomes = Uint8Array.from(example.outcomes.split(' ').map(Number));
  const { coefficients, aic, ridged } = regress(example.design, outcomes);
  expect(ridged).toBe(false);
  expect(aic).toBeCloseTo(example.aic, 6);
  for (const [place, [value = 0, error = 0]] of example.expected.entries()) {
    expect(coefficients[place]?.value).toBeCloseTo(value, 6);
    expect(coefficients[place]?.standardError).toBeCloseTo(error, 6);
    expect(coefficients[place]?.z).toBeCloseTo(value / error, 6);
  }
});

test('complete separation is recognised, and the coefficients stay finite', () => {
  const { coefficients, ridged } = regress(
    [Float64Array.of(1, 2, 3, 4, 5, 6)],
    Uint8Array.of(0, 0, 0, 1, 1, 1),
  );
  expect(ridged).toBe(true);
  expect(Math.abs(coefficients[1]?.value ?? Infinity)).toBeLessThan(100);
});

test('a column that some value alone tells apart is recognised too', () => {
  const column = Float64Array.of(1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
  const outcomes = Uint8Array.of(1, 1, 1, 1, 0, 1, 0, 0, 1, 0);
  expect(regress([column], outcomes).ridged).toBe(true);
});

test('a column that repeats another is recognised', () => {
  const column = Float64Array.of(1, 3, 2, 5, 4, 6, 2, 3);
  const outcomes = Uint8Array.of(0, 1, 0, 1, 0, 1, 1, 0);
  expect(regress([column, column.map((x) => 2 * x)], outcomes).ridged).toBe(true);
});

test.each([
  [0.5, 1, 0.479500122187],
  [3.84, 1, 0.050043521249],
  [15.2, 8, 0.055371281133],
  [30, 10, 0.000856641211],
])('χ² %f on %i degrees has p %f', (statistic, degrees, p) => {
  expect(chiSquareP(statistic, degrees)).toBeCloseTo(p, 10);
});

test.each([
  [0.1, 0.9203443254459],
  [1.96, 0.04999579029644],
  [-2.8, 0.005110260660856],
])('z %f has p %f', (z, p) => {
  expect(twoSidedP(z)).toBeCloseTo(p, 10);
});
