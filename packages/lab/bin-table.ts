import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { codedOf } from './additive.ts';
import { coarseRules } from './coarse-bins.ts';
import { type Grid, type GridRules, gridOf, missingCodeOf, otherCodeOf, rangesOf } from './grid.ts';
import type { Column } from './table.ts';
import { readingOfIv, type Weighed } from './woe.ts';
import { type CoarseBin, woeTermOf } from './woe-term.ts';

export type BinRow = Weighed & { readonly bin: string; readonly badRate: number };
export type BinTable = {
  readonly column: string;
  readonly iv: number;
  readonly reading: string;
  readonly bins: readonly BinRow[];
};

/** The coarse bins of every column with counts, weights of evidence and information values; the most informative first. */
export function binTables(
  columns: readonly Column[],
  outcomes: Outcomes,
  rules: GridRules,
): readonly BinTable[] {
  const rows = [...outcomes.keys()];
  return columns
    .map((column) => {
      const { grid, bins, iv } = woeTermOf(
        codedOf(column, gridOf(column, rows, rules)),
        outcomes,
        rows,
        { ...coarseRules, prior: 0 },
      );
      const given = bins.filter(({ goods, bads }) => goods + bads > 0);
      return {
        column: column.name,
        iv,
        reading: readingOfIv(iv),
        bins: given.map((bin) => rowOf(bin, grid)),
      };
    })
    .toSorted((a, b) => b.iv - a.iv);
}

function rowOf({ codes, ...weighed }: CoarseBin, grid: Grid): BinRow {
  const { goods, bads } = weighed;
  return { bin: nameOf(codes, grid), ...weighed, badRate: bads / (goods + bads) };
}

function nameOf(codes: readonly number[], grid: Grid): string {
  const [first = 0] = codes;
  if (first === missingCodeOf(grid)) return 'missing';
  if (first === otherCodeOf(grid)) return 'other';
  const ranges = rangesOf(grid);
  if (first >= ranges) return codes.map((code) => grid.groups[code - ranges]).join(', ');
  const from = grid.cuts[first - 1];
  const to = grid.cuts[codes.at(-1) ?? 0];
  if (from === undefined) return to === undefined ? 'any' : `< ${to}`;
  return to === undefined ? `>= ${from}` : `${from} to below ${to}`;
}
