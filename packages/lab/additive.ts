import { codesOf, encode, type Grid } from './grid.ts';
import type { Column } from './table.ts';

/** The columns of a fit on their grids, every row as codes. */
export type Coded = { readonly grid: Grid; readonly codes: Uint16Array };

/** A sum of step functions: ln(odds of bad) = constant + one amount per characteristic, by its code. */
export type Additive = {
  readonly constant: number;
  readonly terms: readonly Term[];
};
export type Term = { readonly grid: Grid; readonly amounts: Float64Array };

export const codedOf = (column: Column, grid: Grid): Coded => ({
  grid,
  codes: encode(column, grid),
});

/** ln(odds of bad) of every row; `coded` in the order of the terms. */
export function oddsOf(
  { constant, terms }: Additive,
  coded: readonly Coded[],
  rows: number,
): Float64Array {
  const odds = new Float64Array(rows).fill(constant);
  for (const [place, { amounts }] of terms.entries()) {
    const codes = coded[place]?.codes;
    if (!codes) continue;
    for (let row = 0; row < rows; row += 1)
      odds[row] = (odds[row] ?? 0) + (amounts[codes[row] ?? 0] ?? 0);
  }
  return odds;
}

/** The weighted mean of fits on the same grids. */
export function blend(
  parts: readonly { readonly fit: Additive; readonly weight: number }[],
): Additive {
  const [first] = parts;
  if (!first) return { constant: 0, terms: [] };
  return {
    constant: parts.reduce((total, { fit, weight }) => total + weight * fit.constant, 0),
    terms: first.fit.terms.map(({ grid }, place) => ({
      grid,
      amounts: Float64Array.from({ length: codesOf(grid) }, (_, code) =>
        parts.reduce(
          (total, { fit, weight }) => total + weight * (fit.terms[place]?.amounts[code] ?? 0),
          0,
        ),
      ),
    })),
  };
}

/** The same fit with its odds stretched about 0 and moved, e.g. to be calibrated. */
export const stretched = (
  { constant, terms }: Additive,
  slope: number,
  shift: number,
): Additive => ({
  constant: constant * slope + shift,
  terms: terms.map(({ grid, amounts }) => ({
    grid,
    amounts: amounts.map((amount) => amount * slope),
  })),
});
