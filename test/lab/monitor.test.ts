import { expect, test } from 'vitest';
import { psiOf } from '#domain/scoring/psi';
import { fairnessOf } from '#lab/fairness';
import { discriminationOf, driftOf, referenceOf } from '#lab/monitor';
import { distributionOf } from '#lab/stability';

const points = Array.from({ length: 200 }, (_, firm) => 400 + firm);
const attributes = { age: points.map((_, firm) => firm % 4), trade: points.map(() => 0) };
const reference = referenceOf({ points, attributes }, { age: 4, trade: 2 }, distributionOf(points));

test('a period like the reference has not drifted', () => {
  const [same] = driftOf(reference, [{ name: '2026-W10', points, attributes }]);
  expect(same).toMatchObject({ period: '2026-W10', firms: 200, psi: 0, reading: 'stable' });
  expect(same?.indicators.every(({ csi }) => csi === 0)).toBe(true);
});

test('what drifts is told, the indicator that moved first', () => {
  const moved = { ...attributes, trade: points.map((_, firm) => firm % 2) };
  const [found] = driftOf(reference, [
    { name: '2026-W11', points: points.map((given) => given + 150), attributes: moved },
  ]);
  expect(found?.reading).toBe('act');
  expect(found?.indicators[0]).toEqual({ indicator: 'trade', csi: psiOf([1, 0], [0.5, 0.5]) });
});

test('outcomes are judged when there are enough of both', () => {
  const few = Uint8Array.from(points, (_, firm) => (firm < 5 ? 1 : 0));
  expect(discriminationOf(points, few)).toEqual({ status: 'too_few', goods: 195, bads: 5 });
  const enough = Uint8Array.from(points, (_, firm) => (firm < 20 ? 1 : 0));
  expect(discriminationOf(points, enough)).toMatchObject({ status: 'measured', auc: 1, ks: 1 });
});

const firms = (group: string, count: number, selected: number) =>
  Array.from({ length: count }, (_, firm) => ({
    group,
    points: firm < selected ? 800 : 400,
    bad: firm % 10 === 0,
  }));

test('a group selected less than four fifths as often as the best one is marked', () => {
  const table = fairnessOf(
    [...firms('A', 100, 60), ...firms('B', 100, 45), ...firms('C', 50, 27), ...firms('D', 5, 5)],
    700,
  );
  expect(
    table.map(({ group, selectionRate, impactRatio, flag }) => ({
      group,
      selectionRate,
      impactRatio,
      flag,
    })),
  ).toEqual([
    { group: 'A', selectionRate: 0.6, impactRatio: 1, flag: 'none' },
    { group: 'B', selectionRate: 0.45, impactRatio: 0.75, flag: 'adverse' },
    { group: 'C', selectionRate: 0.54, impactRatio: 0.54 / 0.6, flag: 'none' },
    { group: 'D', selectionRate: 1, impactRatio: 1 / 0.6, flag: 'small' },
  ]);
  expect(table[0]).toMatchObject({ firms: 100, meanPoints: 640, badRate: 0.1, goodsSelected: 0.6 });
});

test('without outcomes there is no rate of bads', () => {
  const [only] = fairnessOf([{ group: 'A', points: 1 }], 0);
  expect(only).not.toHaveProperty('badRate');
});
