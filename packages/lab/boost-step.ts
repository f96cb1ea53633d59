import type { BoostRules } from './boost.ts';
import type { Direction } from './coarse-bins.ts';

/** Slope and curvature of the likelihood, and rows, by code. */
export type Sums = {
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
  readonly rows: Float64Array;
};

export type Found = { readonly gain: number; readonly values: Float64Array };

type Leaf = { slope: number; curve: number; rows: number };
type Limits = Pick<BoostRules, 'ridge' | 'minLeaf' | 'leaves'>;

/** Rows of the sample with average curvature that a group of words is drawn to 0 by, beside the ridge. */
const WORD_RIDGE = 4;

/** The step of one characteristic that raises the likelihood most; undefined where none may. */
export function bestStep(
  sums: Sums,
  ranges: number,
  rules: Limits,
  direction: Direction | undefined,
): Found | undefined {
  const values = new Float64Array(sums.rows.length);
  let gain = 0;
  if (ranges > 1) gain += divideRanges(sums, ranges, rules, direction, values);
  const words = [...sums.rows.keys()].slice(ranges);
  gain +=
    ranges > 0 ? ownLeaves(sums, words, rules, values) : divideWords(sums, words, rules, values);
  return gain > 0 ? { gain, values } : undefined;
}

const emptyLeaf = (): Leaf => ({ slope: 0, curve: 0, rows: 0 });
const gainOf = ({ slope, curve }: Leaf, ridge: number) => (slope * slope) / (curve + ridge) / 2;
const leafValue = ({ slope, curve }: Leaf, ridge: number) => slope / (curve + ridge);

function add(leaf: Leaf, sums: Sums, code: number): void {
  leaf.slope += sums.slopes[code] ?? 0;
  leaf.curve += sums.curves[code] ?? 0;
  leaf.rows += sums.rows[code] ?? 0;
}

const less = (a: Leaf, b: Leaf): Leaf => ({
  slope: a.slope - b.slope,
  curve: a.curve - b.curve,
  rows: a.rows - b.rows,
});

type Cut = { readonly at: number; readonly gain: number };

/** The best place to cut the codes [from, to) in two; leaves that would be too small or turn back are passed over. */
function bestCut(
  sums: Sums,
  from: number,
  to: number,
  rules: Limits,
  lawful: (left: number, right: number) => boolean,
): Cut | undefined {
  const whole = emptyLeaf();
  for (let code = from; code < to; code += 1) add(whole, sums, code);
  const left = emptyLeaf();
  let best: Cut | undefined;
  for (let at = from + 1; at < to; at += 1) {
    add(left, sums, at - 1);
    if (left.rows < rules.minLeaf) continue;
    if (whole.rows - left.rows < rules.minLeaf) break;
    const right = less(whole, left);
    const gain = gainOf(left, rules.ridge) + gainOf(right, rules.ridge);
    if (best && gain <= best.gain) continue;
    if (!lawful(leafValue(left, rules.ridge), leafValue(right, rules.ridge))) continue;
    best = { at, gain };
  }
  return best;
}

/** Writes leaf values of the ranges and answers the gain, 0 where there is no lawful cut. */
function divideRanges(
  sums: Sums,
  ranges: number,
  rules: Limits,
  direction: Direction | undefined,
  values: Float64Array,
): number {
  const bounds = [0, ranges];
  while (bounds.length <= rules.leaves) {
    const cut = nextCut(sums, bounds, rules, direction);
    if (cut === undefined) break;
    bounds.push(cut);
    bounds.sort((a, b) => a - b);
  }
  if (bounds.length === 2) return 0;
  let gain = 0;
  for (const [index, to] of bounds.slice(1).entries()) {
    const from = bounds[index] ?? 0;
    const leaf = leafOf(sums, from, to);
    gain += gainOf(leaf, rules.ridge);
    values.fill(leafValue(leaf, rules.ridge), from, to);
  }
  return gain;
}

/** The cut that adds most within any leaf, lawful against the leaves on both sides too. */
function nextCut(
  sums: Sums,
  bounds: readonly number[],
  rules: Limits,
  direction: Direction | undefined,
): number | undefined {
  const moves = (left: number | undefined, right: number | undefined) =>
    direction === undefined ||
    left === undefined ||
    right === undefined ||
    (direction === 'rising' ? left <= right : left >= right);
  const leaves = bounds.slice(1).map((to, index) => leafOf(sums, bounds[index] ?? 0, to));
  const value = (leaf: Leaf | undefined) => leaf && leafValue(leaf, rules.ridge);
  let most = 0;
  let found: number | undefined;
  for (const [index, leaf] of leaves.entries()) {
    const [before, after] = [value(leaves[index - 1]), value(leaves[index + 1])];
    const cut = bestCut(
      sums,
      bounds[index] ?? 0,
      bounds[index + 1] ?? 0,
      rules,
      (left, right) => moves(before, left) && moves(left, right) && moves(right, after),
    );
    const gained = cut ? cut.gain - gainOf(leaf, rules.ridge) : 0;
    if (!cut || gained <= most) continue;
    most = gained;
    found = cut.at;
  }
  return found;
}

function leafOf(sums: Sums, from: number, to: number): Leaf {
  const leaf = emptyLeaf();
  for (let code = from; code < to; code += 1) add(leaf, sums, code);
  return leaf;
}

function ownLeaves(
  sums: Sums,
  codes: readonly number[],
  rules: Limits,
  values: Float64Array,
): number {
  let gain = 0;
  for (const code of codes) {
    const leaf = leafOf(sums, code, code + 1);
    if (leaf.rows < rules.minLeaf) continue;
    gain += gainOf(leaf, rules.ridge);
    values[code] = leafValue(leaf, rules.ridge);
  }
  return gain;
}

/** Words in the order of their leaf values, drawn to 0 where they are rare, cut in two at the best place. */
function divideWords(
  sums: Sums,
  codes: readonly number[],
  rules: Limits,
  values: Float64Array,
): number {
  const given = codes.filter((code) => (sums.rows[code] ?? 0) > 0);
  const whole = leafOf(sums, 0, sums.rows.length);
  const ridge = rules.ridge + (WORD_RIDGE * whole.curve) / Math.max(1, whole.rows);
  const order = given.toSorted(
    (a, b) => leafValue(leafOf(sums, a, a + 1), ridge) - leafValue(leafOf(sums, b, b + 1), ridge),
  );
  const low = emptyLeaf();
  let best: { readonly at: number; readonly gain: number; readonly low: Leaf } | undefined;
  for (const [index, code] of order.slice(0, -1).entries()) {
    add(low, sums, code);
    if (low.rows < rules.minLeaf || whole.rows - low.rows < rules.minLeaf) continue;
    const gain = gainOf(low, ridge) + gainOf(less(whole, low), ridge);
    if (!best || gain > best.gain) best = { at: index + 1, gain, low: { ...low } };
  }
  if (!best) return 0;
  const [lowValue, highValue] = [
    leafValue(best.low, ridge),
    leafValue(less(whole, best.low), ridge),
  ];
  for (const [index, code] of order.entries())
    values[code] = index < best.at ? lowValue : highValue;
  return best.gain;
}
