import type { Outcomes } from './outcomes.ts';

/** A point of the curves of a card: shares of goods and bads at or below some points. */
export type CurvePoint = { readonly points: number; readonly goods: number; readonly bads: number };

/** Cumulative shares from the lowest points; the first stands before anybody, the last is everybody. */
export function curveOf(points: ArrayLike<number>, outcomes: Outcomes): readonly CurvePoint[] {
  const counts = new Map<number, { goods: number; bads: number }>();
  let goods = 0;
  let bads = 0;
  for (const [row, outcome] of outcomes.entries()) {
    const given = points[row] ?? 0;
    const count = counts.get(given) ?? { goods: 0, bads: 0 };
    if (outcome === 1) count.bads += 1;
    else count.goods += 1;
    counts.set(given, count);
    if (outcome === 1) bads += 1;
    else goods += 1;
  }
  let [below, badBelow] = [0, 0];
  const steps = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([given, count]) => {
      below += count.goods;
      badBelow += count.bads;
      return { points: given, goods: below / goods, bads: badBelow / bads };
    });
  return [{ points: Number.NEGATIVE_INFINITY, goods: 0, bads: 0 }, ...steps];
}

/** Kolmogorov and Smirnov: the widest gap between the two, and the points at or below which it lies. */
export function ksOf(
  points: ArrayLike<number>,
  outcomes: Outcomes,
): { readonly ks: number; readonly at: number } {
  let ks = 0;
  let at = Number.NEGATIVE_INFINITY;
  for (const { points: given, goods, bads } of curveOf(points, outcomes)) {
    const gap = Math.abs(bads - goods);
    if (gap <= ks) continue;
    ks = gap;
    at = given;
  }
  return { ks, at };
}
