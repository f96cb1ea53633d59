import { readNumber } from './read-number.ts';

/** A file as it was written: cells in the order of the columns. */
export type RawTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** `cells`: trimmed, '' = missing. `numbers`: NaN where the cell is none. */
export type Column = {
  readonly name: string;
  readonly kind: 'number' | 'choice';
  readonly cells: readonly string[];
  readonly numbers: Float64Array;
};

/** What stands for nothing in the files of others, beside an empty cell; in any case of letters. */
export const MISSING: ReadonlySet<string> = new Set([
  '',
  '?',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  '.',
]);

/** At least this share of what is given must be numbers; the few words among them are values of their own. */
const MIN_NUMBERS = 0.9;
const MAX_WORDS = 5;

export const cellOf = (text: string): string => {
  const cell = text.trim();
  return MISSING.has(cell.toLowerCase()) ? '' : cell;
};

export function columnOf(table: RawTable, name: string): Column {
  const place = table.columns.indexOf(name);
  const cells = table.rows.map((row) => cellOf(row[place] ?? ''));
  const numbers = Float64Array.from(cells, (cell) => (cell === '' ? Number.NaN : readNumber(cell)));
  const words = new Set<string>();
  let given = 0;
  let worded = 0;
  for (const [row, cell] of cells.entries()) {
    if (cell === '') continue;
    given += 1;
    if (!Number.isNaN(numbers[row])) continue;
    worded += 1;
    words.add(cell);
  }
  const isNumber = given > 0 && worded <= given * (1 - MIN_NUMBERS) && words.size <= MAX_WORDS;
  return { name, kind: isNumber ? 'number' : 'choice', cells, numbers };
}

/**
 * The same rows in an order that their content decides, so that a fit depends on what a file says and not on
 * how it is sorted.
 */
export function inOwnOrder(table: RawTable): RawTable {
  const keyed = table.rows.map((row) => ({ row, key: row.join('\u0000') }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { columns: table.columns, rows: keyed.map(({ row }) => row) };
}

export const rowsWhere = (table: RawTable, keep: (row: number) => boolean): RawTable => ({
  columns: table.columns,
  rows: table.rows.filter((_, row) => keep(row)),
});
