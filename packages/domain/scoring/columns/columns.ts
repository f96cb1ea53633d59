import { assert } from '../../assert.ts';
import type { FactValue, KnownFacts } from '../facts.ts';
import { type Coding, OTHER, UNKNOWN } from './look-up.ts';

/** Values of one fact, firm after firm. Whole numbers and choices: UNKNOWN, OTHER; numbers: NaN, −∞. */
export type Column = Int32Array | Float64Array;

/** Facts of many firms, a column for each that a card reads. */
export type Columns = { readonly rows: number; readonly of: ReadonlyMap<string, Column> };

export const emptyColumns = (codings: ReadonlyMap<string, Coding>, rows: number): Columns => ({
  rows,
  of: new Map(
    [...codings].map(([fact, { kind }]): [string, Column] => [
      fact,
      kind === 'number'
        ? new Float64Array(rows).fill(Number.NaN)
        : new Int32Array(rows).fill(UNKNOWN),
    ]),
  ),
});

/** Writes the facts of a firm into its row; what the card does not read is passed over. */
export function putRow(
  columns: Columns,
  codings: ReadonlyMap<string, Coding>,
  row: number,
  told: (fact: string) => FactValue | undefined,
): void {
  assert(row >= 0 && row < columns.rows, 'a row lies within its columns');
  for (const [fact, coding] of codings) {
    const column = columns.of.get(fact);
    if (column) column[row] = codeOf(coding, told(fact));
  }
}

export const columnsOf = (
  codings: ReadonlyMap<string, Coding>,
  firms: readonly KnownFacts[],
): Columns => {
  const columns = emptyColumns(codings, firms.length);
  for (const [row, facts] of firms.entries())
    putRow(columns, codings, row, (fact) => facts[fact]?.value);
  return columns;
};

const MOST = 2 ** 30;

/** Whole numbers beyond a thousand million tell no more: every step of a card lies far below. */
function codeOf(coding: Coding, value: FactValue | undefined): number {
  if (coding.kind === 'number') {
    if (value === undefined) return Number.NaN;
    return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY;
  }
  if (value === undefined) return UNKNOWN;
  if (coding.kind === 'choice') return coding.codes.get(value) ?? OTHER;
  if (typeof value !== 'number') return OTHER;
  return Math.max(OTHER + 1, Math.min(MOST, Math.floor(value)));
}
