import { expect, test } from 'vitest';
import { discriminationOf } from '#domain/scoring/monitoring/discrimination';
import { fairnessOf } from '#domain/scoring/monitoring/fairness';

const points = Array.from({ length: 200 }, (_, firm) => 400 + firm);

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
