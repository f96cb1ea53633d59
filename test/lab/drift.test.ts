import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenCard } from '#domain/scoring/open-card';
import { driftBetween } from '#lab/drift';
import { scoreTable } from '#lab/points';
import { rankingOf } from '#lab/ranking';
import type { RawTable } from '#lab/table';

const indicator = (fact: string) => ({
  id: fact,
  zh: fact,
  en: fact,
  fact,
  missing: 5,
  reason: fact,
  reasonZh: fact,
  reasonEn: fact,
});

/** Age below 30 or not gives the points; trade gives none, whatever it is. */
const card: OpenCard = {
  id: 'hand',
  version: 1,
  zh: '手工',
  en: 'By hand',
  vetoes: [],
  bands: [{ grade: 'A', from: 0 }],
  dimensions: [
    {
      id: 'all',
      zh: '全部',
      en: 'All',
      indicators: [
        {
          ...indicator('age'),
          bins: [
            { to: 30, points: 10 },
            { from: 30, points: 30 },
          ],
        },
        {
          ...indicator('trade'),
          missing: 0,
          bins: [
            { is: ['shop'], points: 0 },
            { is: ['farm'], points: 0 },
          ],
        },
      ],
    },
  ],
};

/** So many of twenty rows each. */
const twenty = ({
  young,
  shops,
  farms,
}: {
  readonly young: number;
  readonly shops: number;
  readonly farms: number;
}): RawTable => ({
  columns: ['age', 'trade', 'bad'],
  rows: Array.from({ length: 20 }, (_, row) => [
    row < young ? '25' : '40',
    row < shops ? 'shop' : row < shops + farms ? 'farm' : '',
    row < 5 ? '1' : '0',
  ]),
});

const base = twenty({ young: 10, shops: 10, farms: 10 });
const other = twenty({ young: 6, shops: 10, farms: 8 });

test('PSI and CSI are those reckoned by hand', () => {
  const found = driftBetween(card, base, other);
  // (0.3 − 0.5) ln 0.6 + (0.7 − 0.5) ln 1.4 = 0.102165125 + 0.067294447
  expect(found.psi).toBeCloseTo(0.169459572, 8);
  expect(found).toMatchObject({ rows: { base: 20, other: 20 }, reading: 'watch' });
  const [trade, age] = found.characteristics;
  // (0.4 − 0.5) ln 0.8 + (0.1 − 0.0001) ln (0.1 ÷ 0.0001) = 0.022314355 + 0.690084752
  expect(trade).toMatchObject({ column: 'trade', reading: 'act', pointsShift: 0 });
  expect(trade?.csi).toBeCloseTo(0.712399107, 8);
  expect(age).toMatchObject({ column: 'age', reading: 'watch' });
  expect(age?.csi).toBeCloseTo(0.169459572, 8);
  // Four of twenty give 30 points in place of 10.
  expect(age?.pointsShift).toBeCloseTo(4, 9);
});

test('every bin says its shares and what it adds; those in which nobody is are left out', () => {
  const { bands, characteristics } = driftBetween(card, base, other);
  expect(bands.map(({ bin, base: was, other: is }) => [bin, was, is])).toEqual([
    ['< 30', 0.5, 0.3],
    ['≥ 30', 0.5, 0.7],
  ]);
  const [trade] = characteristics;
  expect(trade?.bins.map(({ bin }) => bin)).toEqual(['shop', 'farm', 'missing']);
  expect(trade?.bins.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(trade?.csi ?? 0, 12);
});

test('a file without a column counts it as missing, and says so', () => {
  const { columns, rows } = other;
  const found = driftBetween(card, base, { columns: columns.with(1, 'else'), rows });
  expect(found.absent).toEqual({ base: [], other: ['trade'] });
  expect(found.characteristics[0]).toMatchObject({ column: 'trade', reading: 'act' });
});

const samples = fc.record({
  young: fc.integer({ min: 0, max: 20 }),
  shops: fc.integer({ min: 0, max: 10 }),
  farms: fc.integer({ min: 0, max: 10 }),
});

test('a sample has not moved from itself, and no index is below nought', () => {
  fc.assert(
    fc.property(samples, samples, (one, two) => {
      expect(driftBetween(card, twenty(one), twenty(one)).psi).toBe(0);
      const { psi, characteristics } = driftBetween(card, twenty(one), twenty(two));
      for (const index of [psi, ...characteristics.map(({ csi }) => csi)])
        expect(index).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('AUC and KS are those of comparing every bad with every good', () => {
  // Bads 5 × 10 points; goods 1 × 10 and 14 × 30: AUC = (14 + 1/2) ÷ 15, KS = 1 − 1/15.
  const outcomes = Uint8Array.from(other.rows, ([, , bad]) => Number(bad));
  const ranking = rankingOf(scoreTable(card, other).points, outcomes);
  expect(ranking).toMatchObject({ rows: 20, bads: 5 });
  expect(ranking.auc).toBeCloseTo(14.5 / 15, 12);
  expect(ranking.ks).toBeCloseTo(14 / 15, 12);
});
