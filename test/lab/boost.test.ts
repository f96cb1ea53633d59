import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boosting } from '#lab/boost';
import { bestStep, type Sums } from '#lab/boost-step';
import { type Grid, gridOf } from '#lab/grid';
import { columnOf } from '#lab/table';

const LIMITS = { ridge: 1, minLeaf: 1, leaves: 2 } as const;

const sums = fc
  .array(
    fc.record({
      slope: fc.integer({ min: -20, max: 20 }),
      curve: fc.integer({ min: 1, max: 20 }),
      rows: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 3, maxLength: 9 },
  )
  .map(
    (codes): Sums => ({
      slopes: Float64Array.from(codes, ({ slope }) => slope),
      curves: Float64Array.from(codes, ({ curve }) => curve),
      rows: Float64Array.from(codes, ({ rows }) => rows),
    }),
  );

const part = (of: Sums, from: number, to: number) => {
  const total = (values: Float64Array) =>
    values.slice(from, to).reduce((sum, value) => sum + value, 0);
  const [slope, curve] = [total(of.slopes), total(of.curves)];
  return { value: slope / (curve + 1), gain: slope ** 2 / (curve + 1) / 2 };
};

describe('one step', () => {
  test('of two leaves is the best of all cuts, where one helps, by Newton’s leaf values', () => {
    fc.assert(
      fc.property(sums, (of) => {
        const ranges = of.rows.length;
        const gains = [...Array(ranges - 1).keys()].map(
          (at) => part(of, 0, at + 1).gain + part(of, at + 1, ranges).gain,
        );
        const found = bestStep(of, ranges, LIMITS, undefined);
        const best = Math.max(...gains);
        const undivided = part(of, 0, ranges).gain;
        expect(found?.gain ?? 0).toBeCloseTo(best > undivided ? best : 0, 9);
        const at = found ? found.values.findIndex((value) => value !== found.values[0]) : -1;
        if (at > 0) expect(found?.values[0]).toBeCloseTo(part(of, 0, at).value, 9);
      }),
    );
  });

  test('rises or falls as declared, with any number of leaves', () => {
    fc.assert(
      fc.property(sums, fc.integer({ min: 2, max: 5 }), (of, leaves) => {
        const values = (direction: 'rising' | 'falling') => [
          ...(bestStep(of, of.rows.length, { ...LIMITS, leaves }, direction)?.values ?? []),
        ];
        expect(values('rising')).toEqual(values('rising').toSorted((a, b) => a - b));
        expect(values('falling')).toEqual(values('falling').toSorted((a, b) => b - a));
      }),
    );
  });

  test('gives missing a leaf of its own', () => {
    const of: Sums = {
      slopes: Float64Array.of(4, -4, 0, 9),
      curves: Float64Array.of(3, 3, 0, 2),
      rows: Float64Array.of(5, 5, 0, 4),
    };
    expect(bestStep(of, 2, LIMITS, undefined)?.values).toEqual(Float64Array.of(1, -1, 0, 3));
  });
});

test('steps raise the likelihood of what they learn from, and are read off as they stand', () => {
  const rows = Array.from({ length: 200 }, (_, row) => [String(row % 50)]);
  const outcomes = Uint8Array.from(rows, ([cell]) =>
    Number(cell) > 30 || Number(cell) === 7 ? 1 : 0,
  );
  const column = columnOf({ columns: ['x'], rows }, 'x');
  const places = [...outcomes.keys()];
  const grid: Grid = gridOf(column, places, { maxBins: 100, minGroup: 10, specials: [] });
  const codes = Uint16Array.from(column.numbers);
  const rules = { leaves: 3, rate: 0.3, sample: 1, choice: 1, ridge: 1, minLeaf: 1, seed: 1 };
  const boost = boosting([{ grid, codes }], outcomes, places, rules);
  const loss = () =>
    places.reduce(
      (total, row) =>
        total + Math.log1p(Math.exp((outcomes[row] === 1 ? -1 : 1) * (boost.odds[row] ?? 0))),
      0,
    );
  for (let step = 0, before = loss(); step < 30; step += 1) {
    boost.step();
    expect(loss()).toBeLessThan(before);
    before = loss();
  }
  const { constant, terms } = boost.read();
  for (const row of places)
    expect(constant + (terms[0]?.amounts[codes[row] ?? 0] ?? 0)).toBeCloseTo(
      boost.odds[row] ?? 0,
      9,
    );
});
