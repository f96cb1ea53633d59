import { UnreadableFile } from '#usecases/ports';
import { malformed } from '../malformed.ts';
import { clipCell, MAX_ROW_CHARACTERS } from '../row-limit.ts';
import { dayOfIso, dayOfSerial, plainNumber, unescaped } from './cell-text.ts';
import type { Visitor } from './xml.ts';

/** Excel's own; a row below that is none. */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;

export type SheetCell = {
  /** From 0. */
  readonly place: number;
  readonly text: string;
  /** Characters of the text before it was clipped. */
  readonly length: number;
  /** Present where the cell is computed; empty where it shares the formula of another. */
  readonly formula?: string;
  readonly isError: boolean;
};

/** `line` is the sheet's own row number; cells that are empty are left out. */
export type SheetRow = { readonly line: number; readonly cells: readonly SheetCell[] };

/** What cells refer to. */
export type Lookup = {
  readonly strings: readonly string[];
  readonly isDay: readonly boolean[];
  readonly system: 1900 | 1904;
};

/**
 * Gathers the rows of a sheet as its XML passes; `take` hands over those that are whole. The visitor throws
 * malformed_file where rows or cells are nested, out of order or twice, or refer to a text that is not there,
 * and file_too_large below MAX_SHEET_ROWS.
 */
export function gatherRows(lookup: Lookup): {
  readonly visitor: Visitor;
  readonly take: () => SheetRow[];
} {
  let rows: SheetRow[] = [];
  const at = { line: 0, place: -1, length: 0 };
  let inRows = false;
  let cells: SheetCell[] | undefined;
  let cell: Draft | undefined;
  let into: 'value' | 'formula' | undefined;
  let phonetic = false;

  const open: Visitor['open'] = (name, { r, s, t }) => {
    if (name === 'sheetData') inRows = true;
    else if (name === 'row' && inRows) {
      if (cells) throw malformed('rows beside each other', `row ${at.line}`);
      at.line = lineOf(r, at.line);
      at.place = -1;
      at.length = 0;
      cells = [];
    } else if (name === 'c' && cells) {
      if (cell) throw malformed('cells beside each other', `row ${at.line}`);
      at.place = placeOf(r, at);
      cell = { type: t ?? 'n', style: Number(s ?? 0), value: '' };
    } else if (cell) {
      if (name === 'rPh') phonetic = true;
      else if (name === 'v' || name === 't') into = phonetic ? undefined : 'value';
      else if (name === 'f') {
        into = 'formula';
        cell.formula ??= '';
      }
    }
  };

  const text = (piece: string) => {
    if (!cell || !into) return;
    const kept = cell[into] ?? '';
    if (kept.length <= MAX_ROW_CHARACTERS) cell[into] = kept + piece;
  };

  const close = (name: string) => {
    if (name === 'v' || name === 't' || name === 'f') into = undefined;
    else if (name === 'rPh') phonetic = false;
    else if (name === 'sheetData') inRows = false;
    else if (name === 'c' && cell) {
      const done = finish(cell, at, lookup);
      if (done) cells?.push(done);
      cell = undefined;
    } else if (name === 'row' && cells) {
      if (cells.some(isFilled)) rows.push({ line: at.line, cells });
      cells = undefined;
    }
  };

  const take = () => {
    const taken = rows;
    rows = [];
    return taken;
  };
  return { visitor: { open, text, close }, take };
}

const isFilled = (cell: SheetCell) =>
  cell.isError || cell.formula !== undefined || cell.text.trim() !== '';

type Draft = { readonly type: string; readonly style: number; value: string; formula?: string };
type At = { line: number; place: number; length: number };

function lineOf(written: string | undefined, previous: number): number {
  const line = written === undefined ? previous + 1 : Number(written);
  if (!Number.isSafeInteger(line) || line <= previous)
    throw malformed('rows numbered upwards', `row ${written} after row ${previous}`);
  if (line > MAX_SHEET_ROWS)
    throw new UnreadableFile({
      code: 'file_too_large',
      expected: `a sheet of at most ${MAX_SHEET_ROWS} rows`,
      actual: String(line),
    });
  return line;
}

/** `AB12` → 27; without reference the place after the last. */
function placeOf(reference: string | undefined, { line, place: previous }: At): number {
  if (reference === undefined) return inSheet(previous + 1, `row ${line}`);
  const [, letters = '', row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  let place = 0;
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64;
  if (Number(row) !== line || place - 1 <= previous)
    throw malformed('cells in the order of their columns', `${reference} in row ${line}`);
  return inSheet(place - 1, reference);
}

function inSheet(place: number, where: string): number {
  if (place >= MAX_SHEET_COLUMNS)
    throw malformed(`at most ${MAX_SHEET_COLUMNS} cells in a row`, where);
  return place;
}

/** Of a row that is too large already, cells are clipped at once: sixteen thousand of them may follow. */
function finish(draft: Draft, at: At, lookup: Lookup): SheetCell | undefined {
  const text = textOf(draft, at, lookup);
  if (text === '' && draft.formula === undefined && draft.type !== 'e') return undefined;
  at.length += text.length + (draft.formula?.length ?? 0);
  const kept = (whole: string) => (at.length > MAX_ROW_CHARACTERS ? clipCell(whole) : whole);
  return {
    place: at.place,
    text: kept(text),
    length: text.length,
    isError: draft.type === 'e',
    ...(draft.formula !== undefined && { formula: kept(draft.formula) }),
  };
}

function textOf({ type, style, value }: Draft, at: At, lookup: Lookup): string {
  switch (type) {
    case 's':
      return value === '' ? '' : shared(value, at, lookup.strings);
    case 'b':
      return value === '1' ? 'true' : value === '0' ? 'false' : value;
    case 'n':
      return (lookup.isDay[style] && dayOf(value, lookup)) || plainNumber(value);
    case 'd':
      return dayOfIso(value);
    default:
      return unescaped(value);
  }
}

const dayOf = (value: string, { system }: Lookup) =>
  value === '' ? undefined : dayOfSerial(value, system);

function shared(value: string, at: At, strings: readonly string[]): string {
  const text = /^\d+$/.test(value) ? strings[Number(value)] : undefined;
  if (text === undefined)
    throw malformed('cells whose text is in the workbook', `text ${value} of row ${at.line}`);
  return text;
}
