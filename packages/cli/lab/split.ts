import { heldBack } from '#lab/folds';
import { inOwnOrder, type RawTable, rowsWhere } from '#lab/table';
import { Misuse } from '../misuse.ts';
import { readKnown } from './read-table.ts';

export type SplitTerms = {
  readonly share: string;
  readonly by: string | undefined;
  readonly seed: number;
  readonly target: string | undefined;
  readonly bad: string | undefined;
};
/** `column`: the one that decided. */
export type Split = {
  readonly train: RawTable;
  readonly held?: RawTable;
  readonly column?: string;
};

/** Rows to learn from and rows held back, by a column or by share and seed; the order of the file plays no part. */
export function splitOf(table: RawTable, { share, by, seed, target, bad }: SplitTerms): Split {
  if (by !== undefined) return splitBy(table, by);
  const held = Number(share);
  if (!(held >= 0 && held < 1)) throw new Misuse(`--split is a share such as 0.3, not ${share}`);
  if (held === 0) return { train: table };
  const known = readKnown(inOwnOrder(table), target, bad);
  const back = heldBack(known.outcomes, held, seed);
  return {
    train: rowsWhere(known.table, (row) => back[row] !== true),
    held: rowsWhere(known.table, (row) => back[row] === true),
  };
}

function splitBy(table: RawTable, by: string): Split {
  const at = by.indexOf('=');
  const column = by.slice(0, at);
  const value = by.slice(at + 1);
  const place = table.columns.indexOf(column);
  if (at < 1 || place < 0)
    throw new Misuse(
      `--split-by is a column and the value of the rows to hold back: set=test, not ${by}`,
    );
  const isHeld = (row: number) => table.rows[row]?.[place]?.trim() === value;
  const held = rowsWhere(table, isHeld);
  if (held.rows.length === 0) throw new Misuse(`--split-by ${by}: no row has that value`);
  return { train: rowsWhere(table, (row) => !isHeld(row)), held, column };
}
