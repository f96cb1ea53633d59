import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import type { Coded } from './additive.ts';
import { type CoarseRules, coarsen, type Direction } from './coarse-bins.ts';
import { codesOf, type Grid, otherCodeOf, rangesOf } from './grid.ts';
import { type Counts, informationValue, type Weighed, weigh } from './woe.ts';

/** A coarse bin of a characteristic: the codes of its grid that it joins. */
export type CoarseBin = Weighed & { readonly codes: readonly number[] };

/** A characteristic in coarse bins, with the weight of evidence by code. */
export type WoeTerm = {
  readonly grid: Grid;
  readonly bins: readonly CoarseBin[];
  readonly woe: Float64Array;
  readonly iv: number;
};

/**
 * Ranges are joined in their order, words in the order of their shares of bads; special values, words beside
 * the groups and missing are bins of their own. Learnt from the given rows.
 */
export function woeTermOf(
  { grid, codes }: Coded,
  outcomes: Outcomes,
  rows: readonly number[],
  rules: CoarseRules,
  direction?: Direction,
): WoeTerm {
  const counts = countsOf(codes, outcomes, rows, codesOf(grid));
  const total = sumOf(counts, [...counts.keys()]);
  const ranges = rangesOf(grid);
  const ordered =
    grid.kind === 'number'
      ? [...counts.keys()].slice(0, ranges)
      : [...counts.keys()]
          .slice(0, otherCodeOf(grid))
          .toSorted(
            (a, b) =>
              shareOf(counts[a], total, rules.prior) - shareOf(counts[b], total, rules.prior),
          );
  const alone = [...counts.keys()].slice(grid.kind === 'number' ? ranges : otherCodeOf(grid));
  const fine = ordered.map((code) => counts[code] ?? { goods: 0, bads: 0 });
  const coarse = coarsen(fine, rules, total, grid.kind === 'number' ? direction : 'rising');
  const joined = [
    ...coarse.bins.map(({ from, to }) => ordered.slice(from, to)),
    ...alone.map((code) => [code]),
  ].filter((group) => group.length > 0);
  const weighed = weigh(
    joined.map((group) => sumOf(counts, group)),
    rules.prior,
  );
  const bins = weighed.map((bin, index) => ({ ...bin, codes: joined[index] ?? [] }));
  const woe = new Float64Array(codesOf(grid));
  for (const bin of bins) for (const code of bin.codes) woe[code] = bin.woe;
  return { grid, bins, woe, iv: informationValue(bins) };
}

export function countsOf(
  codes: Uint16Array,
  outcomes: Outcomes,
  rows: readonly number[],
  size: number,
): readonly Counts[] {
  const goods = new Float64Array(size);
  const bads = new Float64Array(size);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    if (outcomes[row] === 1) bads[code] = (bads[code] ?? 0) + 1;
    else goods[code] = (goods[code] ?? 0) + 1;
  }
  return [...goods.keys()].map((code) => ({ goods: goods[code] ?? 0, bads: bads[code] ?? 0 }));
}

const sumOf = (counts: readonly Counts[], codes: readonly number[]): Counts => ({
  goods: codes.reduce((total, code) => total + (counts[code]?.goods ?? 0), 0),
  bads: codes.reduce((total, code) => total + (counts[code]?.bads ?? 0), 0),
});

/** The share of bads, drawn to that of all by some rows of it. */
function shareOf(bin: Counts | undefined, total: Counts, prior: number): number {
  const { goods = 0, bads = 0 } = bin ?? {};
  const overall = total.bads / (total.goods + total.bads);
  return (bads + prior * overall) / (goods + bads + prior);
}
