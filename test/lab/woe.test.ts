import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counts, informationValue, readingOfIv, weigh } from '#lab/woe';

/** Siddiqi, Credit Risk Scorecards (2006), exhibit 6.2: age. */
const AGE = [
  { bin: 'missing', goods: 42, bads: 8, woe: -57.28 },
  { bin: '18–22', goods: 152, bads: 48, woe: -107.83 },
  { bin: '23–26', goods: 246, bads: 54, woe: -71.47 },
  { bin: '27–29', goods: 405, bads: 45, woe: -3.38 },
  { bin: '30–35', goods: 475, bads: 25, woe: 71.34 },
  { bin: '35–44', goods: 339, bads: 11, woe: 119.71 },
  { bin: '44+', goods: 147, bads: 3, woe: 166.08 },
];

test('weights of evidence are those of the published example', () => {
  for (const [index, { woe }] of weigh(AGE).entries())
    expect(woe * 100).toBeCloseTo(AGE[index]?.woe ?? 0, 2);
});

test('weights and information value agree with their definition to 1e-6', () => {
  const [first] = weigh(AGE);
  expect(first?.woe).toBeCloseTo(Math.log(42 / 1806 / (8 / 194)), 10);
  const iv = AGE.reduce(
    (total, { goods, bads }) =>
      total + (goods / 1806 - bads / 194) * Math.log((goods * 194) / (bads * 1806)),
    0,
  );
  expect(informationValue(weigh(AGE))).toBeCloseTo(iv, 10);
});

test('a bin without bads has a finite weight, and an empty one has none', () => {
  const [pure, , empty] = weigh([
    { goods: 10, bads: 0 },
    { goods: 10, bads: 10 },
    { goods: 0, bads: 0 },
  ]);
  expect(pure?.woe).toBeCloseTo(Math.log(10 / 20 / (0.5 / 10)), 10);
  expect(empty).toMatchObject({ woe: 0, iv: 0 });
});

const counts = fc.array(
  fc.record({ goods: fc.integer({ min: 0, max: 99 }), bads: fc.integer({ min: 0, max: 99 }) }),
  { minLength: 2, maxLength: 8 },
);

test('a prior draws every weight towards 0 and turns none', () => {
  fc.assert(
    fc.property(counts, (bins: readonly Counts[]) => {
      const plain = weigh(bins, 1);
      for (const [index, { woe }] of weigh(bins, 50).entries()) {
        const before = plain[index]?.woe ?? 0;
        expect(Math.abs(woe)).toBeLessThanOrEqual(Math.abs(before) + 1e-9);
        expect(woe * before).toBeGreaterThanOrEqual(-1e-9);
      }
    }),
  );
});

test.each([
  [0.01, 'useless'],
  [0.02, 'weak'],
  [0.1, 'medium'],
  [0.3, 'strong'],
  [0.5, 'suspicious'],
])('an information value of %f is %s', (iv, reading) => {
  expect(readingOfIv(iv)).toBe(reading);
});
