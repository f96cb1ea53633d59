import type { Column } from './table.ts';

/**
 * How one characteristic is divided: codes 0…cuts.length are ranges in rising order, where `cuts` begin the
 * next; then come groups (a word, or a number that is no amount), what no range and no group holds, and missing.
 */
export type Grid = {
  readonly name: string;
  readonly kind: Column['kind'];
  readonly cuts: readonly number[];
  readonly groups: readonly string[];
};

export type GridRules = {
  readonly maxBins: number;
  /** Rows that a word needs to be a group. */
  readonly minGroup: number;
  /** Numbers that are no amounts, such as -999: a group each. */
  readonly specials: readonly number[];
};

export const rangesOf = ({ kind, cuts }: Grid): number => (kind === 'number' ? cuts.length + 1 : 0);
export const otherCodeOf = (grid: Grid): number => rangesOf(grid) + grid.groups.length;
export const missingCodeOf = (grid: Grid): number => otherCodeOf(grid) + 1;
export const codesOf = (grid: Grid): number => missingCodeOf(grid) + 1;

/** Of a column; the rarer ones fall to `other`. */
const MAX_GROUPS = 1000;

/**
 * The grid of the given rows of a column. Words that are rare, and those yet unseen, fall to `other`; so does
 * a word among numbers.
 */
export function gridOf(column: Column, rows: readonly number[], rules: GridRules): Grid {
  const { name, kind } = column;
  const values: number[] = [];
  const groups = new Map<string, number>();
  for (const row of rows) {
    const cell = column.cells[row] ?? '';
    const value = column.numbers[row] ?? Number.NaN;
    if (cell === '' || (kind === 'number' && Number.isNaN(value))) continue;
    const group = kind === 'choice' ? cell : String(value);
    if (kind === 'choice' || rules.specials.includes(value))
      groups.set(group, (groups.get(group) ?? 0) + 1);
    else values.push(value);
  }
  const least = kind === 'choice' ? rules.minGroup : 1;
  return {
    name,
    kind,
    cuts: cutsOf(values, rules.maxBins),
    groups: [...groups]
      .filter(([, count]) => count >= least)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MAX_GROUPS)
      .map(([group]) => group)
      .sort(),
  };
}

/** The code of every row of a column. */
export function encode(column: Column, grid: Grid): Uint16Array {
  const groups = new Map(grid.groups.map((group, place) => [group, rangesOf(grid) + place]));
  const [other, missing] = [otherCodeOf(grid), missingCodeOf(grid)];
  return Uint16Array.from(column.cells, (cell, row) => {
    if (cell === '') return missing;
    if (grid.kind === 'choice') return groups.get(cell) ?? other;
    const value = column.numbers[row] ?? Number.NaN;
    if (Number.isNaN(value)) return other;
    return groups.get(String(value)) ?? rangeOf(grid.cuts, value);
  });
}

/** How many cuts lie at or below a value. */
export function rangeOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? Number.POSITIVE_INFINITY) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ranges of about the same number of rows; a value as frequent as a range has one to itself. */
function cutsOf(values: readonly number[], maxBins: number): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const distinct: { value: number; count: number }[] = [];
  for (const value of sorted) {
    const last = distinct.at(-1);
    if (last && last.value === value) last.count += 1;
    else distinct.push({ value, count: 1 });
  }
  if (distinct.length <= maxBins)
    return distinct
      .slice(1)
      .map(({ value }, index) => cutBetween(distinct[index]?.value ?? value, value));
  const size = sorted.length / maxBins;
  const cuts: number[] = [];
  let filled = 0;
  for (const [index, { value, count }] of distinct.entries()) {
    const before = distinct[index - 1];
    if (before && filled > 0 && (filled >= size || count >= size)) {
      cuts.push(cutBetween(before.value, value));
      filled = 0;
    }
    filled += count;
  }
  return cuts;
}

/** The shortest decimal above `low` and not above `high`: a person can read it. */
export function cutBetween(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  for (let digits = 1; digits <= 17; digits += 1) {
    const cut = Number(middle.toPrecision(digits));
    if (cut > low && cut <= high) return cut;
  }
  return high;
}
