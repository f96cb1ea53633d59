import { clip } from '#domain/clip';
import type { RawRow } from '#domain/credit/raw-row';
import { UnreadableFile } from '#usecases/ports';
import { malformed } from '../malformed.ts';
import { columnsOf } from '../read-csv.ts';
import { MAX_ROW_CHARACTERS, tooLarge, wrongCount } from '../row-limit.ts';
import type { SheetCell, SheetRow } from './sheet-rows.ts';

/** Excel's own limit; only other programs write more into a cell. */
export const MAX_CELL_CHARACTERS = 32_767;

export type Header = {
  readonly columns: readonly string[];
  /** Place in the sheet → place among the columns. */
  readonly places: ReadonlyMap<number, number>;
};

/**
 * The header of a sheet: its first row that is not empty. A place without a name (beside a merged cell) is no
 * column, and a value below it is one too many. Throws formula_in_cell, malformed_file: an error in a cell, too
 * many columns, two of one name.
 */
export function headerOf({ line, cells }: SheetRow): Header {
  const named = cells.filter(({ text, formula }) => text.trim() !== '' || formula !== undefined);
  const computed = named.find(({ formula }) => formula !== undefined);
  if (computed)
    throw new UnreadableFile({
      code: 'formula_in_cell',
      field: `row ${line}, column ${computed.place + 1}`,
      expected: 'names of columns as plain text',
      actual: clip(formulaOf(computed)),
    });
  if (named.some(({ isError }) => isError))
    throw malformed('names of columns', 'an error in a cell of the header');
  const columns = columnsOf(named.map(({ text }) => text));
  return { columns, places: new Map(named.map(({ place }, index) => [place, index])) };
}

/** A row under its header. At fault is what it is refused for first: its size, its width, one of its cells. */
export function rowOf({ columns, places }: Header, { line, cells }: SheetRow): RawRow {
  const values = columns.map(() => '');
  const surplus: string[] = [];
  let length = 0;
  let faulty: SheetCell | undefined;
  for (const cell of cells) {
    const index = places.get(cell.place);
    const text = cell.formula === undefined ? cell.text : formulaOf(cell);
    length += cell.length;
    if (index === undefined) {
      if (text.trim() !== '') surplus.push(text);
      continue;
    }
    values[index] = text;
    if (!faulty && faultOf(cell)) faulty = cell;
  }
  if (length > MAX_ROW_CHARACTERS) return tooLarge(line, columns, [...values, ...surplus]);
  if (surplus.length > 0) return wrongCount(line, columns, [...values, ...surplus]);
  const row = {
    line,
    cells: Object.fromEntries(columns.map((column, index) => [column, values[index] ?? ''])),
  };
  const fault = faulty && faultOf(faulty);
  if (!faulty || !fault) return row;
  const clipped = fault.code === 'row_too_large' ? tooLarge(line, columns, values) : row;
  return { ...clipped, fault: { field: columns[places.get(faulty.place) ?? 0] ?? '', ...fault } };
}

function faultOf(cell: SheetCell): Omit<NonNullable<RawRow['fault']>, 'field'> | undefined {
  if (cell.formula !== undefined)
    return {
      code: 'formula_in_cell',
      expected: 'a value: copy the cells and paste them as values',
      actual: clip(formulaOf(cell)),
    };
  if (cell.isError)
    return { code: 'cell_error', expected: 'a value without error', actual: clip(cell.text) };
  if (cell.length > MAX_CELL_CHARACTERS)
    return {
      code: 'row_too_large',
      expected: `at most ${MAX_CELL_CHARACTERS} characters in a cell`,
      actual: String(cell.length),
    };
  return undefined;
}

/** Sent back like this it is a formula still; a cell that shares the formula of another shows its value. */
const formulaOf = ({ formula, text }: SheetCell) => `=${formula === '' ? text : formula}`;
